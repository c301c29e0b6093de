/// Why something could not be brought in or given back. Every case carries the facts; ``message`` says it to a person.
public enum ExchangeError: Error, Equatable, Sendable {
  /// A file could not be read.
  case unreadable(path: String, reason: String)
  /// A file is damaged or of a form that is not read here.
  case notReadable(path: String, reason: String, allowed: String)
  /// The table has rows that cannot be used: everything that is wrong, as far as it is told.
  case refused(file: String, [RowProblem], count: Int)
  /// What was asked for does not fit what the ledger holds; the sentence says what to do.
  case unfit(String)
  /// What was given back is not what came in.
  case differs(expected: String, found: String)

  /// What a person should read.
  public var message: String {
    switch self {
    case .unreadable(let path, let reason): return "\(path): \(reason)"
    case .notReadable(let path, let reason, let allowed): return "\(path): \(reason)\nAllowed: \(allowed)"
    case .refused(let file, let problems, let count):
      let more = count - problems.count
      return problems.map { $0.message(in: file) }.joined(separator: "\n")
        + (more > 0 ? "\nand \(more) more" : "")
    case .unfit(let sentence): return sentence
    case .differs(let expected, let found):
      return "what was written has the digest \(found), but the file that was imported had \(expected).\n"
        + "The bytes that came in are kept as evidence; see: daybook evidence list"
    }
  }

  /// The exit status of a command that ends with this error (sysexits.h).
  public var exitStatus: Int32 {
    switch self {
    case .unreadable: 66
    case .notReadable, .refused: 65
    case .unfit: 64
    case .differs: 70
    }
  }
}
