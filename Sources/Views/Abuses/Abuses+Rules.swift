extension Abuses {
  public static let subjectKind = SubjectKind.event

  public static let shown = [
    "abuse", "status", "act", "perpetrator", "certainty", "victims", "when", "killed", "name", "roots", "grade",
    "disputes", "redactions", "other", "because",
  ]

  public static let spared = [
    "grade", "because", "other", "roots", "certainty",
  ]

  public static let factColumns =
    [FactColumn].ofIncident + [
      FactColumn("acts", "$.payload.acts", "What was done to whom by whom, as JSON."),
      FactColumn("counts", "$.payload.counts", "The figures, as JSON."),
      FactColumn("status", "$.payload.status", "concern, possible, reported or verified."),
      FactColumn("crsv", "$.payload.crsv", "1 when it is conflict-related sexual violence."),
    ]

  public static let rules =
    Rule.ofStanding + [
      Rule("B0-no-evidence", "No standing event tells of it by then: unknown."),
      Rule("B1-account", "An account of the act by this perpetrator against these people."),
      Rule("B2-same-incident", "Says that the accounts tell of the same abuse."),
      Rule("B3-other-perpetrator", "Tells of the same act against the same people by somebody else."),
      Rule("B4-place-withheld", "A more exact place is recorded and not shown, to protect those who survived."),
      Rule("B4-days-withheld", "A more exact date is recorded and not shown, to protect those who survived."),
    ]
}
