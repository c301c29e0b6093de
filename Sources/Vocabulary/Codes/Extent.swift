/// How much of a place.
public enum Extent: String, ClosedCode {
  case whole
  case most
  case part
  case rural
  case urban
  case road

  public static let list = CodeListName.extent
}
