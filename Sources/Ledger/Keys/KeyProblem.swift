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
  /// The key is sealed and no passphrase was given.
  case locked(path: String, id: String)
  /// The passphrase does not open the key, or the file was altered.
  case wrongPassphrase(path: String, id: String)
  /// No passphrase could be had.
  case noPassphrase(reason: String)
  /// The log was frozen after its last checkpoint.
  case frozen(path: String, size: UInt64)
  /// No key with that id is held here.
  case notHeld(id: String, held: [String])
  /// A second key is being introduced already.
  case rotating(ids: [String])
  /// It is the only key.
  case last(id: String)
  /// An event has ended the key, which is still among those that sign here.
  case ended(id: String, event: UInt64, isCompromised: Bool, isOnly: Bool)
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
    case .locked(let path, let id):
      "the key \(id) in \(path) is sealed: give its passphrase with --passphrase-file FILE, with "
        + "DAYBOOK_PASSPHRASE_FILE, or at a terminal"
    case .wrongPassphrase(let path, let id):
      "the passphrase does not open the key \(id) in \(path): type it again; if you are sure of it, the file was "
        + "altered, and the copy of the keys folder has the whole one"
    case .noPassphrase(let reason):
      "no passphrase: \(reason); give it with --passphrase-file FILE, with DAYBOOK_PASSPHRASE_FILE, or at a terminal"
    case .frozen(let path, let size):
      "the log was frozen at \(size) events because its key was no longer safe (\(path)): nothing is appended or signed "
        + "any more. Go on in a new ledger that names this one: daybook init DIR --after THIS-LEDGER"
    case .notHeld(let id, let held):
      "no key '\(id)' is held here; held: \(held.isEmpty ? "none" : held.joined(separator: ", "))"
    case .rotating(let ids):
      "two keys sign already (\(ids.joined(separator: ", "))): end that rotation first, with `daybook key retire`"
    case .last(let id):
      "\(id) is the only key of this log: bring in another first, with `daybook key rotate`"
    case .ended(let id, let event, isCompromised: true, _):
      "event #\(event) says that the key \(id) is no longer safe, so nothing is signed with it; but the log is not frozen "
        + "yet: that was broken off. End it with `daybook key freeze --reason TEXT`, and go on in a new ledger that names this one: "
        + "daybook init DIR --after THIS-LEDGER"
    case .ended(let id, let event, isCompromised: false, let isOnly):
      "not signed: event #\(event) has retired the key \(id), which still signs here: that was broken off. "
        + (isOnly ? "Bring in another with `daybook key rotate`, then end" : "End")
        + " it with `daybook key retire \(id)`"
    }
  }

  /// The exit status of a command that ends with this problem.
  public var exitStatus: Int32 {
    switch self {
    case .missing: 66
    case .open, .malformed, .otherOrigin, .locked, .wrongPassphrase, .noPassphrase, .frozen, .notHeld, .rotating, .last,
      .ended:
      65
    }
  }
}
