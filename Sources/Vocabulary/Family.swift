/// The families that kinds are grouped in, for people.
public enum Family: String, CaseIterable, Sendable {
  case reports = "Reports"
  case attacks = "Attacks"
  case withdrawals = "Withdrawals"
  case claims = "Claims"
  case reference = "Reference"
  case ledger = "Ledger"

  /// Whether events of the family say something about the world, and so must name who says it.
  public var isAboutTheWorld: Bool {
    switch self {
    case .attacks, .withdrawals, .claims: true
    case .reports, .reference, .ledger: false
    }
  }
}
