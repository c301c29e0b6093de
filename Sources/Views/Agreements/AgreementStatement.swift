import Vocabulary

/// What one event says about an agreement or a provision, with who says so.
struct AgreementStatement {
  /// The fact as an account: dates, grade, root.
  let account: Account
  let claim: AgreementClaim
  /// Who says so: the monitor that is named, else the origin of the account; a relay that altered it speaks for itself.
  let monitor: String
  /// What provision it is about; `whole` for the agreement as such.
  let provision: Verbatim

  var event: UInt64 { account.event }

  /// The scale of what it says; words when it gives no number.
  var scale: String { claim.scale ?? (claim.score == nil ? "words" : "not stated") }

  /// Whether it says how far a provision has come: a status, or a verification that gives one.
  var isStatus: Bool {
    switch claim.content {
    case .provisionStatus: true
    case .verified: claim.status != nil || claim.score != nil
    default: false
    }
  }

  /// Whether it says that the provision is fulfilled.
  var isFull: Bool { isStatus && claim.status.map { $0.utf8.elementsEqual("full".utf8) } ?? false }

  /// Whether it says that something is wrong with the provision, so that its cause is an obstacle.
  ///
  /// A score alone is no such word: whether 31 of 100 is much or little is not for this program to say.
  var isShortfall: Bool {
    switch claim.content {
    case .breach, .suspended, .denounced: true
    case .provisionStatus, .verified:
      ["not-initiated", "minimum", "intermediate", "stalled", "partial", "not-fulfilled"].map { Verbatim($0) }
        .contains(Verbatim(claim.status ?? ""))
    case .signed, .joined, nil: false
    }
  }

  /// The status and the score, for people.
  var value: String {
    [claim.status, claim.score.map { "\($0) (\(scale))" }].compactMap(\.self).joined(separator: ", ")
  }

  /// The day or period and who had a part: `2022-12-22 by cma`.
  var line: String {
    let when = account.leaf.occurred?.edtf ?? "undated"
    let parties = self.parties
    return parties.isEmpty ? when : when + " by " + parties.joined(separator: ", ")
  }

  /// Who had a part in it, by key or name; not those of whom nobody knows who they are.
  var parties: [String] {
    account.leaf.parties.filter { $0.certainty != .unknown }.compactMap { $0.actor ?? $0.name }
  }

  /// Whether it says the same of the provision as another, as far as both say something.
  func agrees(with other: AgreementStatement) -> Bool {
    func matches(_ left: String?, _ right: String?) -> Bool {
      guard let left, let right else { return true }
      return left.utf8.elementsEqual(right.utf8)
    }
    return matches(claim.status, other.claim.status) && matches(claim.score, other.claim.score)
  }

  init?(_ fact: StandingFact, _ references: References) {
    guard case .claimAgreement(let claim) = fact.payload else { return nil }
    self.claim = claim
    account = Account(fact, references)
    provision = Verbatim(claim.provision ?? "whole")
    if let named = claim.monitor {
      monitor = named
      return
    }
    let said = references.facts(Provenance.name, .event(fact.event)).first?.leaf.attribution
    let relay = said?.fidelity == .altered ? fact.report.flatMap { references.report($0)?.report.source } : nil
    monitor = relay ?? references.speaker(of: account.root)
  }

  /// The earlier first; on the same day the worse graded, then the earlier recorded.
  static func precedes(_ left: AgreementStatement, _ right: AgreementStatement) -> Bool {
    (left.account.order, left.account.grade.points, left.event)
      < (right.account.order, right.account.grade.points, right.event)
  }
}
