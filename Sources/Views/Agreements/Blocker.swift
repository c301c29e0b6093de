import Vocabulary

/// Something that is said to block an agreement or a provision, and who says so, when.
struct Blocker {
  /// The event that names it.
  let event: UInt64
  /// What blocks, in words.
  let what: String
  /// The statement it is about.
  let about: AgreementStatement
  /// The fact that names it, for its root and grade.
  let account: Account
  /// Who says so.
  let speaker: String

  /// `no funds (carter-center 2018)`.
  var text: String {
    what + " (" + ([speaker, account.leaf.occurred?.edtf].compactMap(\.self).joined(separator: " ")) + ")"
  }

  /// What a statement itself names.
  static func named(by statement: AgreementStatement) -> [Blocker] {
    statement.claim.blockers.map {
      Blocker(
        event: statement.event, what: $0, about: statement, account: statement.account, speaker: statement.monitor)
    }
  }

  /// What assessments and links name as the cause of a shortfall that the statement says; by position.
  static func causes(of statement: AgreementStatement, on day: Day, _ references: References) -> [Blocker] {
    guard statement.isShortfall else { return [] }
    var blockers: [Blocker] = []
    for fact in references.facts(Agreements.name, .about(.effect, statement.event)) {
      let account = Account(fact, references)
      guard account.isEffective(by: day), let assessment = account.assessment else { continue }
      blockers.append(
        Blocker(
          event: fact.event, what: assessment.cause ?? assessment.proposition, about: statement, account: account,
          speaker: references.speaker(of: account.root)))
    }
    for stance in references.stances(of: statement.event)
    where stance.relation == .causes && stance.object == statement.event {
      guard let what = references.statement(stance.subject),
        let fact = references.facts(Provenance.name, .event(stance.subject)).first
      else { continue }
      let account = Account(fact, references)
      guard account.isEffective(by: day) else { continue }
      blockers.append(
        Blocker(
          event: stance.subject, what: what, about: statement, account: account,
          speaker: references.speaker(of: account.root)))
    }
    return blockers
  }
}
