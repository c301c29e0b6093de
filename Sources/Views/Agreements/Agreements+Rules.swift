extension Agreements {
  public static let subjectKind = SubjectKind.key

  public static let shown = [
    "agreement", "provision", "monitor", "scale", "status", "score", "since", "when", "roots", "grade", "disputes",
    "redactions", "because", "joined", "signatories", "suspended", "denounced", "breaches", "blockers",
  ]

  public static let spared = [
    "because", "grade", "roots", "joined", "signatories", "when", "denounced", "suspended", "agreement",
  ]

  public static let factColumns =
    [FactColumn].ofClaims + [
      FactColumn("content", "$.payload.content", "signed, joined, provision-status, breach and so on."),
      FactColumn("agreement", "$.payload.agreement", "The key of the agreement."),
      FactColumn("provision", "$.payload.provision", "The provision."),
      FactColumn("monitor", "$.payload.monitor", "The monitor, where one is named."),
      FactColumn("scale", "$.payload.scale", "The scale of the score."),
      FactColumn("score", "$.payload.score", "The score, as written."),
      FactColumn("status", "$.payload.status", "The status in a word."),
      FactColumn("blockers", "$.payload.blockers", "What blocks it, as JSON."),
    ]

  public static let rules =
    Rule.ofStanding + [
      Rule("G0-no-evidence", "No standing event says so by then: unknown."),
      Rule("G1-status", "Says how far the provision has come, by this monitor and on this scale."),
      Rule("G2-signed", "Says that it was signed."),
      Rule("G2-joined", "Says that somebody joined."),
      Rule("G2-breach", "Says that it was breached."),
      Rule("G2-suspended", "Says that somebody suspended it."),
      Rule("G2-denounced", "Says that somebody denounced it."),
      Rule("G2-verified", "Says that it was verified."),
      Rule("G3-earlier-value", "What the same monitor said before, on the same scale; the event named came later."),
      Rule("G4-other-value", "Gives another value for the same day, by the same monitor and on the same scale."),
      Rule("G5-change-possible", "May be so already: the day lies within the bounds of its date."),
      Rule("G6-blocked-by", "Names what blocks it, or is said to be the cause of its falling short."),
      Rule(
        "G7-no-longer-named", "Names an obstacle; the same monitor names others later, or says that it is fulfilled."),
      Rule("G8-contradicted", "Is said to contradict an event of the row."),
    ]
}
