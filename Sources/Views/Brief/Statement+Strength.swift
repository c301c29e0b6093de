import Vocabulary

extension Statement {
  /// How strongly it is said, by how many independent roots, how it is graded, and how it stands.
  var strength: String {
    let said = scope.facts.facts(Provenance.name, .event(head)).last?.leaf.attribution
    let grade = testimony.pro.map(\.grade).max { $0.points < $1.points }
    return [
      said.flatMap(BriefScope.manner), rootsTold, grade.map { "grade \($0.description)" },
      status == "single" ? nil : status,
    ].compactMap(\.self).joined(separator: "; ")
  }

  private var rootsTold: String {
    let origins = Set(testimony.pro.filter { !$0.isAltered && !verdict.relays.contains($0.event) }.map(\.root))
    let isGuarded = accounts.contains(where: scope.facts.isGuarded)
    let names = origins.map(isGuarded ? scope.facts.guardedName : scope.facts.originName).sorted()
    switch names.count {
    case 0: return "no root of its own"
    case 1: return "one root only: \(names[0])"
    default: return "\(names.count) independent roots: " + names.joined(separator: "; ")
    }
  }
}

extension BriefScope {
  /// How strongly one event says something, and on whose word.
  func strength(of event: UInt64) -> String? {
    guard let fact = facts.facts(Provenance.name, .event(event)).last else { return nil }
    let origin = facts.root(of: fact).origin
    return [
      fact.leaf.attribution.flatMap(BriefScope.manner),
      "root: " + (facts.isGuarded(event) ? facts.guardedName(origin) : facts.originName(origin)),
      "grade \(facts.grade(of: fact).description)",
    ].compactMap(\.self).joined(separator: "; ")
  }

  /// How strongly a document says something, in words.
  static func manner(_ said: Attribution) -> String? {
    switch said.strength {
    case .fact: "stated as fact"
    case .attributed: "attributed"
    case .belief: "belief" + (said.holder.map { " of \($0)" } ?? "")
    case .call: "a call, not a finding"
    case .voice: "in the author's own voice"
    case nil: nil
    }
  }
}
