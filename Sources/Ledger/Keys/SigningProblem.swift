/// Why a checkpoint was not signed: the log does not continue what this key signed before.
public enum SigningProblem: Error, Equatable, Sendable {
  /// The log has fewer events than were signed: it was restored from an older copy, or its tail was cut.
  case rollback(signed: UInt64, size: UInt64)
  /// The log has other events than were signed.
  case fork(signed: UInt64)
  /// `keys/head` is missing although the key has signed before.
  case headMissing(path: String)
  /// `keys/head` does not hold a size and a root.
  case headMalformed(path: String)
}

extension SigningProblem {
  /// What a person should read, with the way to catch up.
  public var message: String {
    switch self {
    case .rollback(let signed, let size):
      "not signed: this key has signed \(signed) events, but the log has only \(size). It was restored from an older "
        + "copy or cut. Bring the missing events back from a published copy, a mirror or a bundle (`daybook restore DIR`), "
        + "until it has \(signed) again; signing goes on by itself then"
    case .fork(let signed):
      "not signed: the first \(signed) events are not the ones this key has signed. Signing would fork the log. "
        + "Run `daybook audit --against` a checkpoint that others hold, and go back to the copy that agrees with it"
    case .headMissing(let path):
      "not signed: \(path) is missing, so nobody can tell whether the log continues what was signed. "
        + "Put it back from the copy of the keys folder; if there is none, begin a new log that names this one"
    case .headMalformed(let path):
      "not signed: \(path) does not hold the last signed size and root; put it back from the copy of the keys folder"
    }
  }
}
