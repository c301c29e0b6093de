public import Vocabulary

/// One row for each world event: who says so, where, on what evidence, and what that derives from, down to the root.
///
/// The fact lies under `#position`; its body keeps kind and said of the leaf.
///
/// Rules: `P0-no-evidence`; `P1-read-in` the report; `P2-derived-from` every further report on the way, stated;
/// `P2-inferred-from` the same, inferred; `P3-graded`;
/// `P4-words-withheld` (ignored). A retracted event keeps its row and says by whom it was retracted.
public enum Provenance: View {
  public static let name = "provenance"
  public static let version = 1
  public static let withholds = true
  public static let summary = "event, attribution, locator, evidence, derivations and root of everything recorded"

  public static let columns = [
    Column("event", "Event", .text, "The position of the event."),
    Column("kind", "Kind", .text, "What kind of event it is."),
    Column("text", "Text", .text, "What it says, in one line."),
    Column("report", "Report", .text, "The report it was read in, by position."),
    Column("title", "Title", .text, "The title of that report."),
    Column("source", "Source", .text, "Who published that report."),
    Column("published", "Published", .text, "When, as EDTF."),
    Column("locator", "Locator", .text, "Where in the report."),
    Column("quote", "Quote", .text, "The words, briefly."),
    Column("chain", "Chain", .list, "From the nearest source to the origin, with what each does."),
    Column("evidence", "Evidence", .text, "The SHA-256 of the kept original."),
    Column(
      "derivations", "Derivations", .list, "The way from report to report, and whether it was stated or inferred."),
    Column("root", "Root", .text, "Where it comes from in the end."),
    Column("strength", "Strength", .text, "How strongly the document says it."),
    Column("fidelity", "Fidelity", .text, "How it compares with what it relays."),
    Column("standing", "Standing", .text, "stands, corrected, retracted, or unknown: no evidence."),
    Column("ended_by", "By", .events, "The events that corrected or retracted it."),
  ]

  public static let kinds = Set(Kind.allCases.filter(\.isAboutTheWorld))

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    sink.state(.itself, during: event, .attribution)
  }

  public static func subjects(at day: Day, facts: References) -> [String] {
    facts.standing.subjects(name, prefix: "#").compactMap(Subject.position).sorted().map { Subject.event($0).text }
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    let ended = facts.ended(name, .id(subject))
    let standing = facts.facts(name, .id(subject)).last
    guard let fact = standing ?? ended.last?.was else {
      return [.silent(subject, in: "standing", of: Self.self, "P0-no-evidence")]
    }
    let root = facts.root(of: fact)
    let word = standing == nil ? "retracted" : fact.versionBy == nil ? "stands" : "corrected"
    var row = Row(key: subject, cells: cells(fact, root, facts))
    row.cells += [.text(word), .events(Set(ended.map(\.by) + [fact.versionBy].compactMap(\.self)).sorted())]
    row.because = because(fact, root, facts)
    row.ignore(ended.map { Ignored($0.was.event, "R1", cause: $0.by) })
    if facts.isGuarded(fact.event) {
      for column in ["title", "locator", "quote"] {
        if let place = columns.firstIndex(where: { $0.name == column }) { row.cells[place] = .none }
      }
      if let place = columns.firstIndex(where: { $0.name == "root" }) {
        row.cells[place] = .text(root.origin.guardedText)
      }
      if let place = columns.firstIndex(where: { $0.name == "chain" }) {
        row.cells[place] = .list(chain(fact, isGuarded: true))
      }
      row.ignore([Ignored(fact.event, "P4-words-withheld")])
    }
    row.roots = 1
    row.grade = facts.grade(of: fact)
    let concerned = [fact.event] + root.path
    row.disputes = facts.disputes(of: concerned)
    row.redactions = facts.redactions(of: concerned)
    return [row]
  }

  private static func cells(_ fact: StandingFact, _ root: Root, _ facts: References) -> [Cell] {
    let said = fact.leaf.attribution
    let report = fact.report.flatMap { facts.report($0)?.report }
    return [
      .text("#\(fact.event)"),
      .text(fact.leaf.kindText),
      Cell(facts.statement(fact.event)),
      Cell(fact.report.map { "#\($0)" }),
      Cell(report?.title),
      Cell(report?.source),
      Cell(report?.published?.description),
      Cell(said?.locator.map { "\($0.type?.rawValue ?? "") \($0.value)" }),
      Cell(said?.quote),
      .list(chain(fact, isGuarded: false)),
      Cell(report?.evidence),
      .list(derivations(root)),
      .text(root.text),
      Cell(said?.strength?.rawValue),
      Cell(said?.fidelity?.rawValue),
    ]
  }

  /// Who says so on whose word; words for unnamed people are left out where they may name a place.
  private static func chain(_ fact: StandingFact, isGuarded: Bool) -> [String] {
    (fact.leaf.attribution?.chain ?? []).map { link in
      let unnamed = link.anonymous.map { isGuarded ? "anonymous" : "anonymous: \($0)" }
      return (link.source ?? unnamed ?? "unknown") + (link.role.map { " \($0.rawValue)" } ?? "")
    }
  }

  private static func derivations(_ root: Root) -> [String] {
    zip(root.path, root.path.dropFirst()).map { child, parent in
      "#\(child) from #\(parent)" + (root.inferred.contains(child) ? " (inferred)" : "")
    }
  }

  private static func because(_ fact: StandingFact, _ root: Root, _ facts: References) -> [Reason] {
    var because: [Reason] = []
    if let report = fact.report { because.append(Reason("P1-read-in", [report])) }
    for (child, parent) in zip(root.path, root.path.dropFirst()) {
      because.append(Reason(root.inferred.contains(child) ? "P2-inferred-from" : "P2-derived-from", [parent]))
    }
    because.append(Reason("P3-graded", [fact.event], points: facts.grade(of: fact).points))
    return because
  }
}
