/// The Traffic Light Protocol 2.0 (FIRST): with whom something may be shared.
public enum TLP: String, ClosedCode {
  case red = "RED"
  case amberStrict = "AMBER+STRICT"
  case amber = "AMBER"
  case green = "GREEN"
  case clear = "CLEAR"

  public static let list = CodeListName.tlp
}
