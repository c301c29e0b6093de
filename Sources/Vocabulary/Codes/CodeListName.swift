/// The names of the code lists; each is a file `Schemas/Embedded/codes_NAME.json`.
public enum CodeListName: String, CaseIterable, Sendable {
  case abuseAct = "abuse_act"
  case abuseStatus = "abuse_status"
  case actorType = "actor_type"
  case age
  case agreementContent = "agreement_content"
  case algorithm
  case assessmentContent = "assessment_content"
  case attackForm = "attack_form"
  case basis
  case callContent = "call_content"
  case callStatus = "call_status"
  case certainty
  case chainRole = "chain_role"
  case commodity
  case condition
  case confidence
  case contestDirection = "contest_direction"
  case controlContent = "control_content"
  case countWhat = "count_what"
  case credibility
  case crsvForm = "crsv_form"
  case custodyAct = "custody_act"
  case degree
  case derivation
  case direction
  case extent
  case fidelity
  case frequency
  case intensity
  case kind
  case likelihood
  case linkRelation = "link_relation"
  case locator
  case measure
  case mode
  case outcome
  case pace
  case personClass = "person_class"
  case phase
  case placeLevel = "place_level"
  case policySubject = "policy_subject"
  case precision
  case presenceContent = "presence_content"
  case provision
  case provisionStatus = "provision_status"
  case qualifier
  case relation
  case relationKind = "relation_kind"
  case reliability
  case right
  case role
  case scale
  case severity
  case sex
  case sourceClass = "source_class"
  case stake
  case stance
  case statementAct = "statement_act"
  case strength
  case target
  case tlp
  case weapon
  case wherePrec = "where_prec"

  /// The list itself.
  public var list: CodeList { CodeList.all[self]! }
}
