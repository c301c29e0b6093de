import Leaf
import Vocabulary

/// A fact of `control` with what it says.
struct ControlFactRead {
  let fact: StandingFact
  let statement: ControlStatement
}

extension References {
  /// What a fact of `control` says; `nil` when its body is of no version that this program knows.
  func controlStatement(_ fact: Fact) -> ControlStatement? {
    let key = BodyKey(bytes: fact.body)
    if let known = controlBodies[key] { return known }
    let statement = ControlFact(fact.document).map { ControlStatement($0, self) }
    controlBodies[key] = .some(statement)
    return statement
  }

  /// The withdrawals from a place, which hold for everything inside it (R7) and so are asked for again and again.
  func withdrawals(from place: String) -> [ControlFactRead] {
    if let known = withdrawals[Verbatim(place)] { return known }
    // Only what begins and ends in one month lies apart, and a withdrawal never does.
    let some = Day(number: 0)...Day(number: 0)
    let found = standing.facts(Control.name, subject: place, months: some).compactMap { fact -> ControlFactRead? in
      guard let statement = controlStatement(fact.fact), statement.fact.act == .withdrawal else { return nil }
      return ControlFactRead(fact: fact, statement: statement)
    }
    let sorted = found.sorted { $0.fact.event < $1.fact.event }
    withdrawals[Verbatim(place)] = sorted
    return sorted
  }
}
