import Vocabulary

/// How two actors stand to each other, with everything that says so.
struct ActorTie {
  /// The two and the relation. Of a relation without direction the first is the one whose key comes first.
  struct Ends: Hashable {
    let actor: Verbatim
    let relation: Verbatim
    let other: Verbatim

    /// Shown by incidents, and not said.
    static let attacks = "attacks"
    /// What goes both ways.
    private static let mutual = ["alliance", "hostile", "signatory", "partner"]

    init(_ actor: String, _ relation: String, _ other: String) {
      self.relation = Verbatim(relation)
      let ends = [Verbatim(actor), Verbatim(other)]
      let sorted = Ends.mutual.contains(relation) ? ends.sorted() : ends
      (self.actor, self.other) = (sorted[0], sorted[1])
    }

    var isDirected: Bool { !Ends.mutual.contains(relation.text) }

    /// What the row is called: `jnim/affiliation/al-qaida`.
    var key: String { [actor, relation, other].map(\.text).joined(separator: "/") }
  }

  /// One statement.
  struct Statement {
    let fact: StandingFact
    let isRegister: Bool
    let isImprecise: Bool
    let hasEnded: Bool
  }

  let ends: Ends
  /// What says so, in the order of the events.
  var statements: [Statement] = []
  /// What said so once.
  var ended: [EndedFact] = []
}

/// All relations of one actor.
struct ActorTies {
  /// In the order of their keys.
  let all: [ActorTie]

  init(of actor: String, _ references: References) {
    var ties: [ActorTie.Ends: ActorTie] = [:]
    for fact in references.facts(Actors.name, .id(actor)) {
      for (ends, statement) in ActorTies.read(fact, actor) {
        ties[ends, default: ActorTie(ends: ends)].statements.append(statement)
      }
    }
    for fact in references.ended(Actors.name, .id(actor)) {
      for (ends, _) in ActorTies.read(fact.was, actor) {
        ties[ends, default: ActorTie(ends: ends)].ended.append(fact)
      }
    }
    all = ties.values.sorted { Verbatim($0.ends.key) < Verbatim($1.ends.key) }
  }

  /// The relations of the actor that a fact speaks of.
  private static func read(_ fact: StandingFact, _ actor: String) -> [(ActorTie.Ends, ActorTie.Statement)] {
    switch ActorFact(fact.fact.document) {
    case nil: []
    case .relation(let ends, let isRegister, let isImprecise, let hasEnded):
      [(ends, .init(fact: fact, isRegister: isRegister, isImprecise: isImprecise, hasEnded: hasEnded))]
    case .attack(let by, let on):
      by.flatMap { one in on.map { ActorTie.Ends(one, ActorTie.Ends.attacks, $0) } }
        .filter { $0.actor == Verbatim(actor) || $0.other == Verbatim(actor) }
        .map { ($0, .init(fact: fact, isRegister: false, isImprecise: true, hasEnded: false)) }
    }
  }
}
