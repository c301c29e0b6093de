/// The drafts of one call that were refused, collected so that a person sees more than the first.
struct Refusals {
  /// At most so many are told.
  static let limit = 20
  /// At most so many drafts after the first refused one are looked at.
  static let window = 10_000

  private var lines: [RefusedLine] = []
  private var looked = 0
  private var isComplete = true

  /// Whether another draft shall be looked at.
  mutating func goOn() -> Bool {
    if lines.isEmpty { return true }
    looked += 1
    isComplete = isComplete && lines.count < Refusals.limit && looked <= Refusals.window
    return isComplete
  }

  /// The next draft; a line that cannot be read as one is the last.
  mutating func collecting<Draft>(_ next: () throws(LedgerError) -> Draft?) throws(LedgerError) -> Draft? {
    do throws(LedgerError) { return try next() } catch {
      guard case .refused(let line?, let refusal) = error else { throw error }
      lines.append(RefusedLine(line: line, refusal: refusal))
      isComplete = false
      return nil
    }
  }

  /// Remembers a refusal; any other error ends the call.
  mutating func add(_ error: LedgerError, line: Int) throws(LedgerError) {
    guard case .refused(_, let refusal) = error else { throw error }
    lines.append(RefusedLine(line: line, refusal: refusal))
  }

  /// What the call ends with; `nil` when nothing was refused.
  var error: LedgerError? {
    guard let first = lines.first else { return nil }
    return lines.count == 1 && isComplete
      ? .refused(line: first.line, first.refusal) : .refusedLines(lines, isComplete: isComplete)
  }
}
