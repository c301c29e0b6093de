/// Analytic confidence in a judgement (ICD 203); not a likelihood.
public enum Confidence: String, ClosedCode {
  case high
  case moderate
  case low

  public static let list = CodeListName.confidence
}
