/// How an event stands to an earlier one.
public enum Relation: String, ClosedCode {
  case supports
  case contradicts
  case corrects
  case retracts
  case disputes
  case grades
  case redacts
  case derivedFrom = "derived-from"
  case cites
  case partOf = "part-of"
  case same
  case subject
  case object
  case cause
  case effect
  case answers
  case supersedes

  public static let list = CodeListName.relation
}
