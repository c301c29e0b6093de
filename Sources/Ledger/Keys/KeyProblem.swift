/// What is wrong with a key file.
public enum KeyProblem: Error, Equatable, Sendable {
  /// The file is not there.
  case missing(path: String, purpose: String)
  /// Others than the owner may read or write the file.
  case open(path: String, mode: UInt32)
  /// The file does not hold a key in the expected form.
  case malformed(path: String, expected: String)
  /// The key belongs to another log.
  case otherOrigin(path: String, found: String, expected: String)
}

extension KeyProblem {
  /// What a person should read.
  public var message: String {
    switch self {
    case .missing(let path, let purpose):
      "\(path) is missing, and \(purpose) needs it: put the key back from the place where it is kept safe"
    case .open(let path, let mode):
      "\(path) can be read by others (mode \(String(mode, radix: 8))): a key that others may have read proves nothing; "
        + "`chmod 600 \(path)`, and make a new key if the machine is shared"
    case .malformed(let path, let expected): "\(path) holds no key: expected \(expected)"
    case .otherOrigin(let path, let found, let expected):
      "\(path) is a key of the log \(found), this ledger is \(expected): put back the right key"
    }
  }

  /// The exit status of a command that ends with this problem.
  public var exitStatus: Int32 {
    switch self {
    case .missing: 66
    case .open, .malformed, .otherOrigin: 65
    }
  }
}
