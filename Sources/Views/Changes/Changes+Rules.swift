extension Changes {
  public static let subjectKind = SubjectKind.event

  public static let shown = ["event", "change", "text", "was", "by", "effects", "disputes", "redactions"]

  public static let spared = ["was", "by"]

  public static let factColumns: [FactColumn] = []

  public static let rules =
    Rule.ofStanding + [
      Rule("N0-no-evidence", "No standing event of that number is known by then: unknown."),
      Rule("N1-entered", "It was not known at the earlier time, and is at the later."),
      Rule("N2-corrected", "It is known at both times, and a correction changed what it says."),
      Rule("N3-retracted", "It stood at the earlier time, and does not at the later."),
      Rule("N4-back", "What had corrected it no longer stands, so it says again what it said first."),
      Rule("N5-unchanged", "It stands at both times as it did."),
    ]
}
