extension Corroboration {
  public static let subjectKind = SubjectKind.event

  public static let shown = [
    "proposition", "status", "roots", "roots_against", "relays", "grade", "disputes", "redactions", "because", "text",
  ]

  public static let spared = [
    "because", "relays", "roots_against", "grade",
  ]

  public static let factColumns =
    [FactColumn].ofIncident + [FactColumn("payload", "$.payload", "What the claim says, as JSON.")]

  public static let rules =
    Rule.ofStanding + [
      Rule("C0-no-evidence", "No standing event says so by then: unknown."),
      Rule("C1-for", "Says so; the number counts independent origins."),
      Rule("C2-against", "Says otherwise; the number counts independent origins."),
      Rule("C3-same-root-as", "A relay: its origin is that of the event named, and an origin counts once."),
      Rule("C4-altered-by-the-relay", "Altered on the way: what the relay adds has no origin but the relay."),
      Rule("C4-not-in-its-own-root", "An account nearer to the same origin says otherwise."),
      Rule("C5-single", "One independent origin."),
      Rule("C5-corroborated", "Two or more independent origins, and none against."),
      Rule("C5-disputed", "Origins on both sides."),
      Rule("C5-refuted", "The other side has enough points, and more than twice as many."),
      Rule("C5-relay-only", "Nobody says so but relays whose own origin does not."),
      Rule("C6-inferred-derivation", "Where this report comes from was inferred, not stated, and made origins one."),
    ]
}
