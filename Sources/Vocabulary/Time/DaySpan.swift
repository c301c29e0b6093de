/// The days that a date on the command line means: `2023-06-01` one, `2023-06` a month, `2023` a year.
///
/// `--at` and `--published-by` take the last of them ("as it was at the end of June"), `--from` the first.
public struct DaySpan: Hashable, Sendable {
  /// The first day.
  public let first: Day
  /// The last day.
  public let last: Day

  /// Reads a day, month, quarter (`2023-33` to `2023-36`), season, year or decade.
  ///
  /// - Throws: ``EDTFError`` with the reason; a date marked `~ ? %` is refused, for a question needs a certain day.
  public init(_ text: String) throws(EDTFError) {
    guard !text.utf8.contains(0x2F) else { throw .intervalNotDate(text) }
    let date = try UncertainDate(text)
    guard date.qualifier == .none else { throw .unsupported(text, "an uncertain date in a question") }
    first = date.first
    last = date.last
  }
}
