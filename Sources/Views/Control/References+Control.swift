import Leaf
import Vocabulary

/// A fact of `control` with its body.
struct ControlFactRead {
  let fact: StandingFact
  let body: ControlFact
}

extension References {
  /// The body of a fact of `control`; few say something of their own, so each is read once. `nil` when it is of no version
  /// that this program knows.
  func controlBody(_ fact: Fact) -> ControlFact? {
    if let known = controlBodies[fact.body] { return known }
    let body = ControlFact(fact.document)
    controlBodies[fact.body] = .some(body)
    return body
  }

  /// The withdrawals from a place, which hold for everything inside it (R7) and so are asked for again and again.
  func withdrawals(from place: String) -> [ControlFactRead] {
    if let known = withdrawals[Verbatim(place)] { return known }
    // Only what begins and ends in one month lies apart, and a withdrawal never does.
    let some = Day(number: 0)...Day(number: 0)
    let found = standing.facts(Control.name, subject: place, months: some).compactMap { fact -> ControlFactRead? in
      guard let body = controlBody(fact.fact), body.act == .withdrawal else { return nil }
      return ControlFactRead(fact: fact, body: body)
    }
    let sorted = found.sorted { $0.fact.event < $1.fact.event }
    withdrawals[Verbatim(place)] = sorted
    return sorted
  }
}
