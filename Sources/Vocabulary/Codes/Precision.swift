/// What a period claims about the days between its bounds.
public enum Precision: String, ClosedCode {
  /// True on every day from the first to the last.
  case precise
  /// True on at least one day from the first to the last.
  case imprecise

  public static let list = CodeListName.precision
}
