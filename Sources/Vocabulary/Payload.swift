internal import Leaf

/// The payload of an event: one case per kind, so that the compiler lists every place a new kind touches.
public enum Payload: Sendable {
  case source(Source)
  case report(Report)
  case custody(Custody)
  case attack(Attack)
  case abuse(Abuse)
  case withdrawal(Withdrawal)
  case claimControl(ControlClaim)
  case claimPresence(PresenceClaim)
  case claimAgreement(AgreementClaim)
  case claimRelation(RelationClaim)
  case claimContest(ContestClaim)
  case claimCondition(ConditionClaim)
  case claimStatement(StatementClaim)
  case claimAssessment(AssessmentClaim)
  case claimCall(CallClaim)
  case actor(ActorEntry)
  case place(PlaceEntry)
  case gazetteer(GazetteerEntry)
  case correct(Correction)
  case retract(Retraction)
  case dispute(Dispute)
  case grade(Grading)
  case redact(Redaction)
  case link(Link)
  case policy(Policy)
  /// A kind or version that this program does not know, as written.
  case unrecognized(String)

  /// The payload of a kind, read from its object in the leaf.
  init(_ kind: Kind?, _ text: @autoclosure () -> String, _ fields: Element?) {
    guard let kind, let fields else {
      self = .unrecognized(text())
      return
    }
    switch kind {
    case .source: self = .source(Source(fields))
    case .report: self = .report(Report(fields))
    case .custody: self = .custody(Custody(fields))
    case .attack: self = .attack(Attack(fields))
    case .abuse: self = .abuse(Abuse(fields))
    case .withdrawal: self = .withdrawal(Withdrawal(fields))
    case .claimControl: self = .claimControl(ControlClaim(fields))
    case .claimPresence: self = .claimPresence(PresenceClaim(fields))
    case .claimAgreement: self = .claimAgreement(AgreementClaim(fields))
    case .claimRelation: self = .claimRelation(RelationClaim(fields))
    case .claimContest: self = .claimContest(ContestClaim(fields))
    case .claimCondition: self = .claimCondition(ConditionClaim(fields))
    case .claimStatement: self = .claimStatement(StatementClaim(fields))
    case .claimAssessment: self = .claimAssessment(AssessmentClaim(fields))
    case .claimCall: self = .claimCall(CallClaim(fields))
    case .actor: self = .actor(ActorEntry(fields))
    case .place: self = .place(PlaceEntry(fields))
    case .gazetteer: self = .gazetteer(GazetteerEntry(fields))
    case .correct: self = .correct(Correction(fields))
    case .retract: self = .retract(Retraction(fields))
    case .dispute: self = .dispute(Dispute(fields))
    case .grade: self = .grade(Grading(fields))
    case .redact: self = .redact(Redaction(fields))
    case .link: self = .link(Link(fields))
    case .policy: self = .policy(Policy(fields))
    }
  }

  /// One line for people.
  func summary(of event: Event) -> String {
    switch self {
    case .source(let payload): payload.summary(of: event)
    case .report(let payload): payload.summary(of: event)
    case .custody(let payload): payload.summary(of: event)
    case .attack(let payload): payload.summary(of: event)
    case .abuse(let payload): payload.summary(of: event)
    case .withdrawal(let payload): payload.summary(of: event)
    case .claimControl(let payload): payload.summary(of: event)
    case .claimPresence(let payload): payload.summary(of: event)
    case .claimAgreement(let payload): payload.summary(of: event)
    case .claimRelation(let payload): payload.summary(of: event)
    case .claimContest(let payload): payload.summary(of: event)
    case .claimCondition(let payload): payload.summary(of: event)
    case .claimStatement(let payload): payload.summary(of: event)
    case .claimAssessment(let payload): payload.summary(of: event)
    case .claimCall(let payload): payload.summary(of: event)
    case .actor(let payload): payload.summary(of: event)
    case .place(let payload): payload.summary(of: event)
    case .gazetteer(let payload): payload.summary(of: event)
    case .correct(let payload): payload.summary(of: event)
    case .retract(let payload): payload.summary(of: event)
    case .dispute(let payload): payload.summary(of: event)
    case .grade(let payload): payload.summary(of: event)
    case .redact(let payload): payload.summary(of: event)
    case .link(let payload): payload.summary(of: event)
    case .policy(let payload): payload.summary(of: event)
    case .unrecognized(let kind): "Unrecognized · \(kind)"
    }
  }
}
