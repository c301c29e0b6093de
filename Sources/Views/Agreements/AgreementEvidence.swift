import Vocabulary

/// Everything said about an agreement that has begun by a day.
struct AgreementEvidence {
  /// The statements, by position.
  let statements: [AgreementStatement]
  let blockers: [Blocker]
  /// What was retracted or corrected, by the provision that it was about.
  private let ended: [(provision: Verbatim, ignored: Ignored)]
  /// Obstacles that the one who named them does not name any more.
  private let cleared: [Ignored]

  init(_ agreement: String, on day: Day, _ references: References) {
    let subject = Subject.named(.agreement, agreement)
    statements = references.facts(Agreements.name, subject).filter { $0.fact.from.map { $0 <= day } ?? true }
      .compactMap { AgreementStatement($0, references) }
    let named = statements.filter { $0.account.isEffective(by: day) }
    var blockers: [Blocker] = []
    var cleared: [Ignored] = []
    for statement in named {
      let later = named.first { other in
        Verbatim(other.monitor) == Verbatim(statement.monitor) && other.provision == statement.provision
          && statement.account.order < other.account.order && (!other.claim.blockers.isEmpty || other.isFull)
      }
      if let later, !statement.claim.blockers.isEmpty {
        cleared.append(Ignored(statement.event, "G7-no-longer-named", cause: later.event))
      } else {
        blockers += Blocker.named(by: statement)
      }
      blockers += Blocker.causes(of: statement, on: day, references)
    }
    self.blockers = blockers
    self.cleared = cleared
    ended = references.ended(Agreements.name, subject).compactMap { ended in
      guard case .claimAgreement(let claim) = ended.was.payload else { return nil }
      return (Verbatim(claim.provision ?? "whole"), Ignored(ended.was.event, "R1", cause: ended.by))
    }
  }

  /// The provisions that anything is said about: disarmament and reintegration first, then as the code list has them, then
  /// others; the agreement as a whole last.
  var provisions: [Verbatim] { AgreementEvidence.sorted(Set(statements.map(\.provision))) }

  static func sorted(_ provisions: Set<Verbatim>) -> [Verbatim] {
    let words = CodeListName.provision.list.words.map(Verbatim.init)
    let first = ["disarmament", "reintegration"].map { Verbatim($0) }
    let known = first + words.filter { !first.contains($0) && $0 != AgreementEvidence.whole }
    let others = provisions.subtracting(known).subtracting([whole]).sorted()
    return (known + others + [whole]).filter(provisions.contains)
  }

  /// The agreement as a whole.
  static let whole = Verbatim("whole")

  /// What was retracted or corrected about a provision, or about any, and what is named no more.
  func ignored(_ provision: Verbatim?) -> [Ignored] {
    func concerns(_ other: Verbatim) -> Bool { provision.map { $0 == other } ?? true }
    let mine = Set(statements.filter { concerns($0.provision) }.map(\.event))
    return ended.filter { concerns($0.provision) }.map(\.ignored) + cleared.filter { mine.contains($0.event) }
  }
}
