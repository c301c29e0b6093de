extension Calls {
  public static let subjectKind = SubjectKind.event

  public static let shown = [
    "call", "status", "content", "issuer", "addressee", "since", "changed_by", "deadline", "roots", "grade", "disputes",
    "redactions", "because", "action",
  ]

  public static let spared = [
    "because", "grade", "roots", "content", "addressee",
  ]

  public static let factColumns =
    [FactColumn].ofClaims + [
      FactColumn("content", "$.payload.content", "recommend, investigate, sanction, open or close."),
      FactColumn("action", "$.payload.action", "What shall be done."),
      FactColumn("issuer", "$.payload.issuer", "Who calls, by key."),
      FactColumn("addressee", "$.payload.addressee", "Who must act."),
      FactColumn("concerns", "$.payload.subject", "Whom it concerns, by key."),
      FactColumn("status", "$.payload.status", "What became of it, by this account."),
    ]

  public static let rules =
    Rule.ofStanding + [
      Rule("K0-no-evidence", "No standing event tells of it by then: unknown."),
      Rule("K1-account", "Tells of the call."),
      Rule("K1-altered-by-the-relay", "Altered on the way: what the relay adds has no origin but the relay."),
      Rule("K2-same-call", "Says that the accounts tell of the same call."),
      Rule("K3-open", "Called for, and nobody says that anything became of it."),
      Rule("K3-accepted", "Accepted, or an inquiry or procedure was opened in answer to it: not yet done."),
      Rule("K3-done", "Done, by the word of this event."),
      Rule("K3-refused", "Refused, by the word of this event."),
      Rule("K3-lapsed", "Lapsed, by the word of this event."),
      Rule("K3-closed", "Closed without a word on how it ended."),
      Rule("K4-earlier-status", "An earlier word about the status, overtaken by the event named."),
      Rule("K4-other-status", "Says another status for the same day."),
      Rule("K5-change-possible", "The status may have changed already: the day lies within the bounds of its date."),
      Rule("K6-deadline-passed", "The deadline has passed without a word that it was done; the number counts days."),
      Rule("K7-replaced", "A later call is recorded as taking its place; what became of this one it does not say."),
      Rule("K8-contradicted", "Is said to contradict an account of the call."),
      Rule("K9-says-no-status", "Answers the call, and does not say what became of it."),
    ]
}
