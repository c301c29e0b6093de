import Vocabulary

/// What a fact of `control` says, read from its body, with its actors by number; few facts say something of their own, so
/// each body is read once and shared.
final class ControlStatement {
  let fact: ControlFact
  /// What it says of each actor, where it is said of the area itself.
  let act: Evidence.Act
  /// Of whom.
  let actors: [Int32]
  /// From whom an area is gained.
  let from: Int32?
  /// How much of the area is held.
  let extent: Extent
  /// As in ``ControlFact``.
  let isImprecise: Bool
  let hasEnded: Bool
  let isGuarded: Bool

  init(_ fact: ControlFact, _ references: References) {
    self.fact = fact
    act = Evidence.Act(fact.act, isInherited: false)
    actors = fact.actors.map { references.actors.number(Verbatim($0)) }
    from = fact.from.map { references.actors.number(Verbatim($0)) }
    extent = fact.extent.flatMap(Extent.init) ?? .whole
    (isImprecise, hasEnded, isGuarded) = (fact.isImprecise, fact.hasEnded, fact.isGuarded)
  }
}
