extension Forecasts {
  public static let subjectKind = SubjectKind.event

  public static let shown = [
    "forecast", "outcome", "holder", "reporters", "likelihood", "chance", "confidence", "horizon", "outcome_by",
    "roots",
    "grade", "disputes", "redactions", "because", "proposition",
  ]

  public static let spared = [
    "because", "grade", "roots", "confidence", "reporters",
  ]

  public static let factColumns =
    [FactColumn].ofClaims + [
      FactColumn("content", "$.payload.content", "forecast, trend, potential and so on."),
      FactColumn("proposition", "$.payload.proposition", "What was foreseen, in one sentence."),
      FactColumn("holder", "$.payload.holder", "Who believes it."),
      FactColumn("outcome", "$.payload.outcome", "How it turned out, by this event."),
      FactColumn("payload", "$.payload", "Everything it says, as JSON: likelihood, confidence, horizon."),
    ]

  public static let rules =
    Rule.ofStanding + [
      Rule("F0-no-evidence", "No standing event tells of it by then: unknown."),
      Rule("F1-account", "Tells of the forecast."),
      Rule("F1-altered-by-the-relay", "Altered on the way: what the relay adds has no origin but the relay."),
      Rule("F2-same-forecast", "Says that the accounts tell of the same forecast."),
      Rule("F3-outcome", "Answers the forecast and says how it turned out."),
      Rule("F4-outcomes-differ", "Answers say different outcomes, so it is disputed."),
      Rule("F5-horizon-passed", "Its horizon has passed and no event says how it turned out; the number counts days."),
      Rule("F6-judged-by-the-forecaster", "Only an origin of the forecast itself says how it turned out."),
      Rule("F7-own-word-is-no-outcome", "Says of itself how it turned out; only an event that answers it counts."),
      Rule("F8-contradicted", "Is said to contradict an account of the forecast."),
      Rule("F9-replaced", "A later assessment is recorded as taking its place."),
      Rule("F10-outcome-possible", "May have been decided already: the day lies within the bounds of its date."),
    ]
}
