import Leaf
import Vocabulary

/// A fact of `control` with what it says.
struct ControlFactRead {
  let fact: NumberedFact
  let statement: ControlStatement
}

extension References {
  /// What a fact of `control` says; `nil` when its body is of no version that this program knows.
  func controlStatement(_ fact: NumberedFact) -> ControlStatement? {
    if let known = controlStatements[fact.body] { return known }
    let statement = (try? Document(text(fact.body), as: .trusted)).flatMap { ControlFact($0) }
      .map { ControlStatement($0, self) }
    controlStatements[fact.body] = .some(statement)
    return statement
  }

  /// The withdrawals from a place, which hold for everything inside it (R7) and so are asked for again and again.
  func withdrawals(from place: String) -> [ControlFactRead] {
    if let known = withdrawals[Verbatim(place)] { return known }
    // Only what begins and ends in one month lies apart, and a withdrawal never does.
    let some = Day(number: 0)...Day(number: 0)
    let found = numbered(Control.name, .id(place), months: some).compactMap { fact -> ControlFactRead? in
      guard let statement = controlStatement(fact), statement.fact.act == .withdrawal else { return nil }
      return ControlFactRead(fact: fact, statement: statement)
    }
    withdrawals[Verbatim(place)] = found
    return found
  }
}
