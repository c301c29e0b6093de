public import TransparencyLog

/// Why an original was not kept or not given.
public enum EvidenceProblem: Error, Equatable, Sendable {
  /// The file to be added cannot be read.
  case unreadable(path: String, reason: String)
  /// The file was another one when it was kept than when it was looked at.
  case changed(path: String, expected: Digest, found: Digest)
  /// No object has that digest.
  case missing(Digest)
  /// The object's bytes no longer have its digest.
  case altered(Digest, found: Digest)
  /// The object is longer than what is read whole.
  case tooLong(Digest, size: UInt64, limit: UInt64)
}

extension EvidenceProblem {
  /// What a person should read.
  public var message: String {
    switch self {
    case .unreadable(let path, let reason): "\(path) was not added: \(reason)"
    case .changed(let path, let expected, let found):
      "\(path) was changed meanwhile: its digest is \(found), and was \(expected) when it was looked at; try again when "
        + "nobody writes to it, or with a copy"
    case .missing(let digest):
      "evidence \(digest) is not in this ledger's evidence folder: copy it back, or ask its custodian"
    case .altered(let digest, let found):
      "evidence \(digest) was altered: its bytes now have the digest \(found); keep it aside and copy the original back"
    case .tooLong(let digest, let size, let limit):
      "evidence \(digest) has \(size) bytes; at most \(limit) are read here"
    }
  }

  /// The exit status of a command that ends with this problem.
  public var exitStatus: Int32 {
    switch self {
    case .unreadable, .missing: 66
    case .altered: 1
    case .tooLong, .changed: 65
    }
  }
}
