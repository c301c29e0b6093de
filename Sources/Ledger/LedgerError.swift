/// Why the ledger did not do what was asked. Every case says what was refused and carries the facts; ``message`` says it to a person.
public enum LedgerError: Error, Equatable, Sendable {
  /// There is no ledger in that folder.
  case notALedger(path: String)
  /// There is a ledger, or something else, in that folder already.
  case alreadyThere(path: String)
  /// The ledger has a format that this program does not know.
  case newerFormat(path: String, found: Int, known: Int)
  /// The file is no log of a ledger, or it is torn; the reason says what gave it away.
  case damaged(path: String, reason: String)
  /// The log was opened for reading, or its files may only be read.
  case readOnly(path: String)
  /// Other writers held the log all the time.
  case busy(path: String, waitedSeconds: Double)
  /// The disk is full; nothing was written.
  case diskFull(path: String)
  /// The system failed to read or write; the reason is its own sentence.
  case inputOutput(path: String, reason: String)
  /// The system failed while a commit was made durable: the events are not there now, but a crash of the machine may
  /// bring them back.
  case unsynced(path: String, reason: String)
  /// A draft was refused.
  case refused(line: Int?, Refusal)
  /// Several drafts of one call were refused; `isComplete` says whether all lines were looked at.
  case refusedLines([RefusedLine], isComplete: Bool)
  /// All would have been appended, but it was only tried.
  case rehearsed
  /// The ledger has another size than the writer expected.
  case stale(expected: UInt64, size: UInt64)
  /// No event has that position.
  case noSuchPosition(UInt64, size: UInt64)
  /// A key is missing, damaged or readable by others.
  case key(KeyProblem)
  /// Signing was refused because the log does not continue what was signed before.
  case signing(SigningProblem)
  /// An original could not be kept.
  case evidence(EvidenceProblem)
  /// A sealed value could not be opened.
  case disclosure(DisclosureProblem)
}

extension LedgerError {
  /// What a person should read: what was refused, where, the value, what is allowed and what to do.
  public var message: String {
    switch self {
    case .notALedger(let path): "\(path) is no ledger: it has no log.sqlite; `daybook init \(path)` makes one"
    case .alreadyThere(let path): "\(path) is taken already; name a new folder for a new ledger"
    case .newerFormat(let path, let found, let known):
      "\(path) has format \(found), made by a newer Daybook; this one knows format \(known) and older: update Daybook"
    case .damaged(let path, let reason):
      "\(path) is not a whole log: \(reason); take the last good copy, or a mirror, and run `daybook audit` on it"
    case .readOnly(let path):
      "\(path) may only be read here; check its permissions, or write on the machine that owns it"
    case .busy(let path, let seconds):
      "\(path) was busy for \(seconds < 1 ? "less than 1 s" : "\(Int(seconds.rounded())) s") because others were writing: try again"
    case .diskFull(let path): "the disk of \(path) is full: make room and try again"
    case .inputOutput(let path, let reason): "\(path): \(reason)"
    case .unsynced(let path, let reason):
      "\(path): the disk failed while the events were being made durable: \(reason)"
    case .refused(let line, let refusal): (line.map { "line \($0): " } ?? "") + refusal.message
    case .refusedLines(let lines, let isComplete):
      lines.map { "line \($0.line): \($0.refusal.message)" }.joined(separator: "\n")
        + (isComplete ? "" : "\nthe lines after these were not looked at")
    case .rehearsed: "nothing was appended, since it was only tried"
    case .stale(let expected, let size):
      "the ledger has \(size) events where \(expected) were expected: others wrote meanwhile; read them, then try again"
    case .noSuchPosition(let position, let size):
      size == 0
        ? "there is no event #\(position): the ledger is empty"
        : "there is no event #\(position): positions go from 0 to \(size - 1)"
    case .key(let problem): problem.message
    case .signing(let problem): problem.message
    case .evidence(let problem): problem.message
    case .disclosure(let problem): problem.message
    }
  }

  /// The exit status of a command that ends with this error (sysexits.h).
  public var exitStatus: Int32 {
    switch self {
    case .refused, .refusedLines, .stale, .damaged, .newerFormat: 65
    case .notALedger, .noSuchPosition: 66
    case .alreadyThere, .readOnly, .diskFull, .inputOutput, .unsynced: 74
    case .busy: 75
    case .rehearsed: 70
    case .key(let problem): problem.exitStatus
    case .signing: 65
    case .evidence(let problem): problem.exitStatus
    case .disclosure: 65
    }
  }

  /// A file error, told as the ledger's.
  package init(_ error: FileError) {
    self =
      error.isFull
      ? .diskFull(path: error.path) : .inputOutput(path: error.path, reason: "cannot \(error.attempt): \(error.reason)")
  }
}

extension LedgerError: CustomStringConvertible {
  /// The same as ``message``.
  public var description: String { message }
}
