/// What a figure rests on.
public enum Basis: String, ClosedCode {
  case exact
  case reported
  case conservative
  case wordCoded = "word-coded"
  case estimated
  case unknown

  public static let list = CodeListName.basis
}
