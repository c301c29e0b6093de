extension Attacks {
  public static let subjectKind = SubjectKind.event

  public static let shown = [
    "incident", "form", "when", "killed", "injured", "basis", "accounts", "roots", "grade", "disputes", "redactions",
    "name",
    "mode", "perpetrators", "victims", "other", "because",
  ]

  public static let spared = [
    "basis", "because", "other", "mode", "grade", "accounts", "injured", "victims", "roots",
  ]

  public static let factColumns =
    [FactColumn].ofIncident + [
      FactColumn("form", "$.payload.form", "single, pattern or aggregate; only single incidents may be summed."),
      FactColumn("mode", "$.payload.mode", "How it was carried out."),
      FactColumn("target", "$.payload.target", "The class of the target."),
      FactColumn("counts", "$.payload.counts", "The figures, as JSON."),
    ]

  public static let rules =
    Rule.ofStanding + [
      Rule("A0-no-evidence", "No standing event tells of it by then: unknown."),
      Rule("A1-account", "An account of the incident."),
      Rule("A2-same-incident", "Says that the accounts tell of the same incident."),
      Rule("A3-preferred-account", "The best graded account: mode, place and date are taken from it."),
      Rule("A4-best-of-best-graded", "The best figure is that of the best graded account that gives one."),
    ]
}
