public import Vocabulary

/// Between two known times: what entered, was corrected or retracted, and what that did to every other view.
///
/// It has no facts of its own: it compares what stands at the known time asked for with what stood at an earlier one
/// (`References.earlier`). Without an earlier time everything has entered, and what it did to the views is the views.
/// Events with a public date enter on that clock when the report that says them was published.
///
/// Rules: `N1-entered`; `N2-corrected` and `N3-retracted` (by which event); `N4-back` (its correction or retraction was
/// itself retracted); `N5-unchanged`; `N0-no-evidence`.
public enum Changes: View {
  public static let name = "changes"
  public static let version = 1
  public static let withholds = true
  public static let summary =
    "between two known times: what entered, changed, was retracted, and what that did to the other views"

  public static let columns = [
    Column("event", "Event", .text, "The position of the event."),
    Column("change", "Change", .text, "entered, corrected, retracted, back, unchanged, or unknown: no evidence."),
    Column("kind", "Kind", .text, "The kind of the event."),
    Column("text", "Text", .text, "What it says, in one line, as it stands; for a retracted event as it stood."),
    Column("was", "Was", .text, "What it said before, when it was corrected."),
    Column("by", "By", .events, "The events that corrected, retracted or brought it back."),
    Column(
      "effects", "Effects", .list, "What changed in the other views: the view, the row, and the value before and after."
    ),
  ]

  public static let kinds: Set<Kind> = []

  /// None: it compares what others state.
  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {}

  public static func subjects(at day: Day, facts: References) -> [String] {
    EventChange.all(facts).map { Subject.event($0.event).text }
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    rows([subject], at: day, facts: facts, profile: profile)
  }

  public static let isWhole = true

  public static func answer(
    _ subjects: [String]?, at day: Day, facts: References, profile: Profile
  ) -> Answer {
    let asked = subjects ?? Self.subjects(at: day, facts: facts)
    return Answer(
      view: name, at: day, known: facts.standing.known, published: facts.standing.published, profile: profile.id,
      disclosure: facts.disclosure, columns: columns, rows: rows(asked, at: day, facts: facts, profile: profile))
  }

  private static func rows(_ subjects: [String], at day: Day, facts: References, profile: Profile) -> [Row] {
    guard !subjects.isEmpty else { return [] }
    let changes = EventChange.all(facts)
    let effects = Effects(of: changes, at: day, facts, profile)
    let known = Dictionary(changes.map { ($0.event, $0) }, uniquingKeysWith: { first, _ in first })
    return subjects.map { subject in
      guard let position = Subject.position(subject), let change = known[position] else {
        return unchanged(subject, facts)
      }
      var row = Row(
        key: subject,
        cells: [
          .text(subject), .text(change.word), Cell(change.kind), Cell(change.text), Cell(change.was),
          .events(change.by), .list(effects.by[position] ?? []),
        ])
      row.because = [Reason(change.rule, [position] + change.by)]
      row.complete(facts)
      return row
    }
  }

  private static func unchanged(_ subject: String, _ facts: References) -> Row {
    let stands = Subject.position(subject).map { facts.statement($0) != nil } ?? false
    return stands
      ? .silent(subject, "unchanged", in: "change", of: Self.self, "N5-unchanged")
      : .silent(subject, in: "change", of: Self.self, "N0-no-evidence")
  }
}
