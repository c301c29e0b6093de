/// How likely something is (ICD 203, table of seven).
public enum Likelihood: String, ClosedCode {
  case almostNoChance = "almost-no-chance"
  case veryUnlikely = "very-unlikely"
  case unlikely
  case roughlyEvenChance = "roughly-even-chance"
  case likely
  case veryLikely = "very-likely"
  case almostCertain = "almost-certain"

  public static let list = CodeListName.likelihood
}
