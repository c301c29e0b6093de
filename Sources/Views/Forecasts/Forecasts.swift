public import Vocabulary

/// Who foresaw what, and how it turned out.
///
/// Foresight is an assessment that is a forecast, a trend or a potential, or that has a horizon. Its fact lies under
/// `#position`, and once more under `answer:N` for every earlier event it answers or takes the place of; the body keeps
/// kind, occurred, parties, payload, place and refs of the leaf. Accounts of one forecast are brought together, and answers
/// found, as ``Matter`` says. Who believes it (the holder) and who passes it on (the reporters) are kept apart, and so are
/// likelihood and confidence.
///
/// How it turned out is said only by an event that answers it: what the forecast says of itself, and the end of its
/// horizon, prove nothing. Rival words about the outcome stand side by side.
///
/// Rules: `F0-no-evidence`; `F1-account`, `F1-altered-by-the-relay` (ignored); `F2-same-forecast`; `F3-outcome` who says how it turned out; `F4-outcomes-differ`;
/// `F5-horizon-passed`; `F6-judged-by-the-forecaster`; `F7-own-word-is-no-outcome` (ignored); `F8-contradicted` (against);
/// `F9-replaced`; `F10-outcome-possible`.
public enum Forecasts: View {
  public static let name = "forecasts"
  public static let version = 1
  public static let summary = "who foresaw what, how likely, by when, and how it turned out"

  public static let columns = [
    Column("forecast", "Forecast", .text, "The position of the event that tells of it first."),
    Column(
      "outcome", "Outcome", .text,
      "came-true, came-true-in-part, did-not-happen, cannot-be-decided, disputed, open, horizon-passed (without a word), "
        + "retracted, or unknown: no evidence."),
    Column("proposition", "Proposition", .text, "What was foreseen, by the preferred account."),
    Column("content", "Content", .text, "forecast, trend, potential …, by the preferred account."),
    Column("holder", "Holder", .list, "Who believes it, by any account."),
    Column(
      "reporters", "Reporters", .list, "Who passes it on: every source on the way that does not itself believe it."),
    Column("likelihood", "Likelihood", .list, "The words of ICD 203 that accounts use."),
    Column("chance", "Chance", .range, "The range of those words in per cent; nothing when no word is used."),
    Column("confidence", "Confidence", .list, "Analytic confidence in the judgement (ICD 203); not a likelihood."),
    Column("when", "When", .text, "When it was held, as EDTF, by the preferred account."),
    Column("horizon", "Horizon", .text, "By when it shall be so, as EDTF; the earliest of all accounts."),
    Column("outcome_since", "Outcome since", .day, "The day from which the outcome is said to be so."),
    Column("outcome_by", "Outcome by", .events, "The events that say how it turned out."),
    Column("outcome_roots", "Outcome roots", .number, "How many independent origins say how it turned out."),
    Column("by_account", "By account", .list, "What each account and each answer says."),
    Column("accounts", "Accounts", .number, "How many events tell of it, answers apart."),
  ]

  public static let kinds: Set<Kind> = [.claimAssessment]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    let isForesight = event.says("content", "forecast", "trend", "potential") || event.field("horizon") != nil
    let isAnswer = event.field("outcome") != nil
    guard isForesight || isAnswer else { return }
    if isForesight || !event.targets(.answers).isEmpty { sink.state(.itself, during: event, .claim) }
    sink.stateAnswers(event)
  }

  public static func subjects(at day: Day, facts: References) -> [String] {
    Matter.heads(of: name, until: day, facts)
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    guard let position = Subject.position(subject) else { return [unknown(subject, "unknown: no evidence")] }
    let matter = Matter(around: position, of: name, until: day, facts)
    guard let head = matter.head else {
      var row = unknown(subject, matter.ignored.contains { $0.rule == "R1" } ? "retracted" : "unknown: no evidence")
      row.ignore(matter.ignored)
      return [row]
    }
    let foresight = Foresight(matter, facts)
    let outcome = ForecastOutcome(matter, foresight, on: day, facts)
    var row = Row(key: "#\(head)", cells: cells(head, matter, foresight, outcome))
    row.because = [Reason("F1-account", matter.accounts.map(\.event).sorted())]
    if !matter.mergedBy.isEmpty { row.because.append(Reason("F2-same-forecast", matter.mergedBy)) }
    row.because += outcome.because
    if !matter.opposed.isEmpty { row.against = [Reason("F8-contradicted", matter.opposed)] }
    row.ignore(matter.ignored + outcome.ignored)
    row.weigh(matter, facts, altered: "F1-altered-by-the-relay")
    return [row]
  }

  private static func unknown(_ subject: String, _ outcome: String) -> Row {
    .silent(subject, outcome, in: "outcome", of: Self.self, "F0-no-evidence")
  }

  private static func cells(
    _ head: UInt64, _ matter: Matter, _ foresight: Foresight, _ outcome: ForecastOutcome
  ) -> [Cell] {
    let preferred = matter.preferred
    return [
      .text("#\(head)"),
      .text(outcome.word),
      Cell(preferred?.assessment?.proposition),
      Cell(preferred?.assessment?.content?.rawValue),
      .list(foresight.holders),
      .list(foresight.reporters),
      .list(foresight.likelihoods.map(\.rawValue)),
      foresight.chance,
      .list(foresight.confidences),
      Cell(preferred?.leaf.occurred?.edtf),
      Cell(foresight.horizon?.text),
      Cell(outcome.since),
      .events(outcome.events),
      .number(outcome.roots),
      .list(foresight.byAccount + outcome.byAccount),
      .number(matter.accounts.count),
    ]
  }
}

extension Account {
  /// What the account says as an assessment.
  var assessment: AssessmentClaim? {
    if case .claimAssessment(let assessment) = leaf.payload { assessment } else { nil }
  }
}
