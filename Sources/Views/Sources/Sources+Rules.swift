extension Sources {
  public static let subjectKind = SubjectKind.source

  public static let shown = [
    "source", "status", "proposed", "confirmed", "originated", "corroborated", "contested", "refuted", "relayed",
    "faithful", "altered", "disputes", "redactions", "class", "affiliation", "interest",
  ]

  public static let spared = [
    "class", "affiliation", "redactions", "interest", "faithful", "contested", "corroborated", "disputes", "relayed",
  ]

  public static let factColumns = [
    FactColumn("kind", "$.kind", "The kind of the event: a report of the source, else what was said."),
    FactColumn("fidelity", "$.fidelity", "How an account compares with what it relays."),
  ]

  public static let rules =
    Rule.ofStanding + [
      Rule("Q0-no-evidence", "Nothing stands by then that comes from it or through it: unknown."),
      Rule("Q1-originated", "Comes from it; the number counts propositions, however many repeat them."),
      Rule("Q1-relayed", "Read in its reports, and comes from another."),
      Rule("Q2-corroborated", "Another independent origin says so too, and none says otherwise."),
      Rule("Q2-contested", "Origins on both sides; counts for neither."),
      Rule("Q2-refuted", "The other side has enough points, and more than twice as many."),
      Rule("Q3-faithful", "Passed on verbatim or in its own words, compared with the origin."),
      Rule(
        "Q3-altered",
        "Altered on the way, or contradicted by an account nearer to the origin: the relay answers for it."),
      Rule("Q4-corrected", "Corrected. Shown and not counted: it may have been the recorder's mistake."),
      Rule(
        "C4-not-in-its-own-root", "An account nearer to the same origin says otherwise, so it is not the source's word."
      ),
      Rule("Q5-graded-by-a-person", "A person graded the source; the last grade counts."),
      Rule("Q6-proposes-A", "Proposed by rule: at least 95 % of at least 20 that could be judged were borne out."),
      Rule("Q6-proposes-B", "Proposed by rule: at least 80 % of at least 5 that could be judged were borne out."),
      Rule("Q6-proposes-C", "Proposed by rule: at least 60 % of at least 5 that could be judged were borne out."),
      Rule("Q6-proposes-D", "Proposed by rule: at least 40 % of at least 5 that could be judged were borne out."),
      Rule("Q6-proposes-E", "Proposed by rule: under 40 % of at least 5 that could be judged were borne out."),
      Rule("Q6-proposes-F", "Fewer than 5 could be judged, so it cannot be judged; not worse than E."),
    ]
}
