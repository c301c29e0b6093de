/// Whether a statement is stated by a document or inferred by the recorder.
public enum Derivation: String, ClosedCode {
  case stated
  case inferred

  public static let list = CodeListName.derivation
}
