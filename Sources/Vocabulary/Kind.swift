/// The kinds of events: a closed list, one payload file each in `Kinds/`.
///
/// To add a kind: one case here, one file there; the compiler then lists every place that must know it.
public enum Kind: String, CaseIterable, Sendable {
  case source, report, custody
  case attack, abuse
  case withdrawal
  case claimControl = "claim.control"
  case claimPresence = "claim.presence"
  case claimAgreement = "claim.agreement"
  case claimRelation = "claim.relation"
  case claimContest = "claim.contest"
  case claimCondition = "claim.condition"
  case claimStatement = "claim.statement"
  case claimAssessment = "claim.assessment"
  case claimCall = "claim.call"
  case actor, place, gazetteer
  case correct, retract, dispute, grade, redact, link, policy

  /// Its place in `allCases`; a test proves it. For tables by kind that are looked up for every event of a replay.
  package var number: Int {
    precondition(MemoryLayout<Kind>.size == 1)
    return Int(unsafe unsafeBitCast(self, to: UInt8.self))
  }

  /// The payload of the kind: its shape, its reading and its summary.
  public var type: any KindPayload.Type {
    switch self {
    case .source: Source.self
    case .report: Report.self
    case .custody: Custody.self
    case .attack: Attack.self
    case .abuse: Abuse.self
    case .withdrawal: Withdrawal.self
    case .claimControl: ControlClaim.self
    case .claimPresence: PresenceClaim.self
    case .claimAgreement: AgreementClaim.self
    case .claimRelation: RelationClaim.self
    case .claimContest: ContestClaim.self
    case .claimCondition: ConditionClaim.self
    case .claimStatement: StatementClaim.self
    case .claimAssessment: AssessmentClaim.self
    case .claimCall: CallClaim.self
    case .actor: ActorEntry.self
    case .place: PlaceEntry.self
    case .gazetteer: GazetteerEntry.self
    case .correct: Correction.self
    case .retract: Retraction.self
    case .dispute: Dispute.self
    case .grade: Grading.self
    case .redact: Redaction.self
    case .link: Link.self
    case .policy: Policy.self
    }
  }

  /// The fields of the payload.
  public var shape: Shape { type.shape }

  /// What the kind records, in one sentence.
  public var doc: String { type.shape.doc }

  /// Whether the kind says something about the world, so that `said` must name who says it.
  public var isAboutTheWorld: Bool { type.family.isAboutTheWorld }
}
