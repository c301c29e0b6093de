extension Provenance {
  public static let subjectKind = SubjectKind.event

  public static let shown = [
    "event", "kind", "standing", "source", "published", "root", "grade", "disputes", "redactions", "text",
  ]

  public static let spared = [
    "grade", "root", "published",
  ]

  public static let factColumns = [
    FactColumn("kind", "$.kind", "The kind of the event."),
    FactColumn("said_report", "$.said.report", "The report it was read in, as JSON."),
    FactColumn("quote", "$.said.quote", "The words of the source."),
    FactColumn("locator", "$.said.locator.value", "Where in the report it stands."),
    FactColumn("strength", "$.said.strength", "How strongly the document says it."),
    FactColumn("fidelity", "$.said.fidelity", "How it compares with what it relays."),
    FactColumn("chain", "$.said.chain", "Who says so on whose word, as JSON."),
  ]

  public static let rules =
    Rule.ofStanding + [
      Rule("P0-no-evidence", "No event about the world stands at that position by then: unknown."),
      Rule("P1-read-in", "The report it was read in."),
      Rule("P2-derived-from", "A report states that it rests on this one."),
      Rule("P2-inferred-from", "A report seems to rest on this one: inferred, not stated."),
      Rule("P3-graded", "How good source and information are, in points."),
      Rule("P4-words-withheld", "Title, place in the report and quote may name the place, so they are not shown."),
    ]
}
