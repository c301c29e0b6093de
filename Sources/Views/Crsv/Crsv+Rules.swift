extension Crsv {
  public static let subjectKind = SubjectKind.event

  public static let shown = [
    "case", "status", "form", "perpetrator", "certainty", "victims", "name", "when", "survivors", "basis", "roots",
    "grade", "disputes", "redactions", "other", "because",
  ]

  public static let spared = [
    "grade", "because", "other", "basis", "roots", "certainty", "victims",
  ]

  /// No place and no date: whoever opens the file with another tool finds them only in the body.
  public static let factColumns = [
    FactColumn("kind", "$.kind", "The kind of the event."),
    FactColumn("parties", "$.parties", "The parties with their roles, as JSON."),
    FactColumn("acts", "$.payload.acts", "What was done to whom by whom, as JSON."),
    FactColumn("counts", "$.payload.counts", "The figures, as JSON."),
    FactColumn("status", "$.payload.status", "concern, possible, reported or verified; a concern is no incident."),
  ]

  public static let rules =
    Rule.ofStanding + [
      Rule("V0-no-evidence", "No standing event tells of it by then: unknown."),
      Rule("V1-account", "An account of it by this perpetrator against these people."),
      Rule("V2-same-case", "Says that the accounts tell of the same case."),
      Rule("V3-other-perpetrator", "Tells of the same against the same people by somebody else."),
      Rule("V4-place-withheld", "A more exact place is recorded and not shown, to protect those who survived."),
      Rule("V4-days-withheld", "A more exact date is recorded and not shown, to protect those who survived."),
      Rule("V5-concern-is-no-incident", "Somebody is worried; no incident is asserted, so none is counted."),
      Rule("V6-best-of-best-graded", "The best figure is that of the best graded account that gives one."),
    ]
}
