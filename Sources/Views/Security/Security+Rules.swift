import Vocabulary

extension Security {
  public static let subjectKind = SubjectKind.place

  public static let reach = Reach.places

  public static let shown = [
    "place", "provider", "phase", "phase_since", "vacuum_since", "successor", "claimants", "possible", "roots", "grade",
    "disputes", "redactions", "because",
  ]

  public static let spared = [
    "grade", "roots", "because", "successor",
  ]

  public static let factColumns =
    [FactColumn].ofIncident + [
      FactColumn("phase", "$.payload.phase", "The phase of a withdrawal."),
      FactColumn("content", "$.payload.content", "What a claim of presence says."),
      FactColumn("condition", "$.payload.condition", "The condition of the area."),
      FactColumn("act", "$.payload.act", "What a statement does."),
    ]

  public static let rules =
    Rule.ofStanding + [
      Rule("S0-no-evidence", "No event says anything about security there by then: unknown."),
      Rule("S1-present", "Says that the provider is there."),
      Rule("S1-excepted-place", "The withdrawal names this place as an exception."),
      Rule("S1-said-of-the-area-itself", "Said of an area around; the same phase is dated for this area itself."),
      Rule("S2-successor", "Names who takes over."),
      Rule("S3-vacuum-stated", "Says that nobody provides security there."),
      Rule("S3-no-successor", "The provider is gone and nobody is named to follow."),
      Rule("S4-claims-to-fill", "Exploits, governs, or presents itself as protector there."),
      Rule("S4-before-leaving", "Said before the provider began to leave, so it fills nothing."),
      Rule("S5-change-possible", "The day lies between the bounds of this phase: it may have been reached already."),
    ]
    + Withdrawal.Phase.allCases.flatMap { phase in
      [
        Rule("S1-phase-\(phase.rawValue)", "Says that this phase was reached: \(phase.rawValue)."),
        Rule(
          "S1-phase-\(phase.rawValue)-cascade",
          "Says so of an area around (\(phase.rawValue)), which holds for everything inside it."),
      ]
    }
}
