/// Why a sealed value cannot be opened.
public enum DisclosureProblem: Error, Equatable, Sendable {
  /// The key of the subject is not in this ledger's keys: destroyed, or never given to this reader.
  case keyMissing(key: String)
  /// The bytes were altered, or belong to another digest.
  case altered(digest: String)
  /// The subject's name is empty or too long.
  case subject(String)
}

extension DisclosureProblem {
  /// What a person should read.
  public var message: String {
    switch self {
    case .keyMissing(let key):
      "withheld: the key \(key) is not in the keys folder; it was destroyed by a redaction, or never given to you"
    case .altered(let digest): "the sealed value of \(digest) was altered: its seal does not fit"
    case .subject(let name): "\"\(name)\" cannot name a subject: 1 to 200 bytes are allowed"
    }
  }
}
