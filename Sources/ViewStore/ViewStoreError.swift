internal import Glibc
internal import SQLite
internal import Vocabulary

/// Why the views could not be read or brought up to date.
public enum ViewStoreError: Error, Equatable, Sendable {
  /// There are no views of these events and they may not be made here.
  case missing(path: String)
  /// The views may only be read here.
  case readOnly(path: String)
  /// The disk of the views is full.
  case diskFull(path: String)
  /// The system or SQLite refused; the reason is its own sentence.
  case store(path: String, reason: String, busy: Bool)
  /// Another process follows the log and did not finish in time.
  case busy(path: String, waitedSeconds: Int)
  /// An event has more versions or facts than a view can hold, or its position is beyond the last that fits.
  case tooLarge(event: UInt64)
  /// No view has the name; the known ones follow.
  case noSuchView(String, known: [String])
  /// The view has nobody of that name or id; the nearest follow.
  case noSuchSubject(String, view: String, nearest: [String])
  /// The view has no row with that key; the keys of those it has follow.
  case noSuchRow(String, view: String, keys: [String])
  /// The view has no such column; its columns follow.
  case noSuchColumn(String, view: String, known: [String])
  /// No profile has the id; the known ones follow.
  case noSuchProfile(String, known: [String])
  /// The views have followed more events than the log holds.
  case ahead(path: String, followed: UInt64, size: UInt64)
  /// The known time asked for lies beyond what the log holds.
  case notYet(asOf: UInt64, size: UInt64)
}

extension ViewStoreError {
  /// What a person should read: what was refused, where, the value, what is allowed and what to do.
  public var message: String {
    switch self {
    case .missing(let path):
      "there are no views of these events at \(path), and they cannot be made here: run `daybook replay` where the ledger "
        + "may be written"
    case .readOnly(let path):
      "\(path) may only be read here; check its permissions, or run `daybook replay` on the machine that owns it"
    case .diskFull(let path): "the disk of \(path) is full: make room and try again"
    case .store(let path, let reason, _):
      "\(path): \(reason); views are disposable: delete the file and run `daybook replay`"
    case .busy(let path, let seconds):
      "\(path) is being brought up to date by another process and was not ready after \(seconds) s: try again"
    case .tooLarge(let event):
      "event #\(event) does not fit into the views: they hold positions up to \(RowID.lastEvent), "
        + "\(RowID.standings) versions of an event and \(RowID.facts) facts of a version"
    case .noSuchView(let name, let known):
      "there is no view '\(name)'; there are: \(known.joined(separator: ", "))"
    case .noSuchSubject(let name, let view, let nearest):
      "the view \(view) knows no '\(name)' at that time"
        + (nearest.isEmpty
          ? "; ask without a name for everything it knows" : "; near it are: \(nearest.joined(separator: ", "))")
    case .noSuchRow(let key, let view, let keys):
      "the view \(view) has no row '\(key)'; there "
        + (keys.isEmpty
          ? "is none about it"
          : "\(keys.count == 1 ? "is" : "are") \(keys.prefix(8).joined(separator: ", "))"
            + (keys.count > 8 ? " and \(keys.count - 8) more" : ""))
    case .noSuchColumn(let name, let view, let known):
      "the view \(view) has no column '\(name)'; it has: \(known.joined(separator: ", "))"
    case .noSuchProfile(let name, let known):
      "there is no profile '\(name)'; there are: \(known.joined(separator: ", "))"
        + (Nearest.word(to: name, among: known).map { "; did you mean '\($0)'?" } ?? "")
    case .ahead(let path, let followed, let size):
      "\(path) holds \(followed) events where the log holds \(size): the log was rolled back or restored from an older copy; "
        + "`daybook audit --against` a newer checkpoint tells more, `daybook replay` builds views of what is there"
    case .notYet(let asOf, let size):
      size == 0
        ? "nothing is known as of #\(asOf): the ledger is empty"
        : "nothing is known as of #\(asOf) yet: positions go from 0 to \(size - 1)"
    }
  }

  /// The exit status of a command that ends with this error (sysexits.h).
  public var exitStatus: Int32 {
    switch self {
    case .missing: 66
    case .readOnly, .diskFull: 74
    case .store(_, _, let busy): busy ? 75 : 74
    case .busy: 75
    case .tooLarge: 70
    case .noSuchView, .noSuchProfile, .noSuchColumn: 64
    case .noSuchSubject, .noSuchRow: 66
    case .ahead: 1
    case .notYet: 66
    }
  }

  /// What the system refused just now, from its error number.
  init(_ attempt: String, path: String) {
    let reason = unsafe String(cString: strerror(errno))
    self =
      errno == ENOSPC || errno == EDQUOT
      ? .diskFull(path: path) : .store(path: path, reason: "cannot \(attempt): \(reason)", busy: false)
  }

  /// An error of SQLite about a file.
  init(_ error: SQLiteError, path: String) {
    let isFull = error.isFull || (error.isInputOutput && [ENOSPC, EDQUOT].contains(error.systemErrno))
    self = isFull ? .diskFull(path: path) : .store(path: path, reason: error.message, busy: error.isBusy)
  }
}

extension ViewStoreError: CustomStringConvertible {
  /// The same as ``message``.
  public var description: String { message }
}
