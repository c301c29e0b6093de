/// How sure the identity of a party is.
public enum Certainty: String, ClosedCode {
  case named
  case presumed
  case suspected
  case unknown

  public static let list = CodeListName.certainty
}
