/// What is wrong with one cell or row of a table.
public struct RowProblem: Equatable, Sendable {
  /// The record of the file, from 1; the header is record 1, as a spreadsheet numbers it.
  public var row: Int
  /// The column by its name, or by its number where it has none; empty for the whole row.
  public var column: String
  /// The value as written, shortened.
  public var value: String
  /// Why it is refused.
  public var reason: String
  /// What is allowed; empty when the reason says so.
  public var allowed: String
  /// The nearest right word.
  public var nearest: String?

  public init(
    row: Int, column: String = "", value: String = "", reason: String, allowed: String = "", nearest: String? = nil
  ) {
    self.row = row
    self.column = column
    self.value = value.count > 60 ? value.prefix(59) + "…" : value
    self.reason = reason
    self.allowed = allowed
    self.nearest = nearest
  }

  /// `FILE: row 12, column best: 'x': why; allowed: …; did you mean …?`
  public func message(in file: String) -> String {
    var text = "\(file): row \(row)"
    if !column.isEmpty { text += ", column \(column)" }
    if !value.isEmpty { text += ": '\(value)'" }
    text += ": \(reason)"
    if !allowed.isEmpty { text += "; allowed: \(allowed)" }
    if let nearest { text += "; did you mean \(nearest)?" }
    return text
  }
}
