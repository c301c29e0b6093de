public import Vocabulary

/// For each proposition, who says so and who says otherwise, counted by independent roots.
///
/// A proposition is named by the earliest event that says it. Events that repeat it (`same`) or support it (`supports`,
/// `corroborates`, which have a direction) are for it, events that contradict it, and what repeats or supports them, are
/// against it. Who says so is read from the facts
/// of `provenance`; the facts of this view only keep what a claim says (kind, occurred, parties, payload and place of the
/// leaf, under `#position`), since incidents are kept by their own views.
///
/// Rules: `C0-no-evidence`; `C1-for` and `C2-against` (roots as points); `C3-same-root-as` and `C4-altered-by-the-relay`,
/// `C4-not-in-its-own-root` (ignored); `C5-…` the status: single, corroborated, disputed, refuted, relay-only;
/// `C6-inferred-derivation` reports whose derivation was inferred and that made roots collapse.
public enum Corroboration: View {
  public static let name = "corroboration"
  public static let version = 1
  public static let withholds = true
  public static let summary = "for each proposition the independent roots for and against it"

  public static let columns = [
    Column("proposition", "Proposition", .text, "The position of the event that says it first."),
    Column("text", "Text", .text, "What it says, in one line."),
    Column("status", "Status", .text, "single, corroborated, disputed, refuted, relay-only, or unknown: no evidence."),
    Column("roots_for", "Roots for", .list, "The independent origins that say so."),
    Column("roots_against", "Roots against", .list, "The independent origins that say otherwise."),
    Column("accounts_for", "Accounts for", .events, "The events that say so, relays included."),
    Column("accounts_against", "Accounts against", .events, "The events that say otherwise."),
    Column(
      "relays", "Relays", .events, "Accounts without a root of their own: altered, or contradicted by their own root."),
    Column(
      "inferred", "Inferred", .events, "Reports whose derivation was inferred, not stated, and made roots collapse."),
  ]

  public static let kinds: Set<Kind> = [
    .withdrawal, .claimControl, .claimPresence, .claimAgreement, .claimRelation, .claimContest, .claimCondition,
    .claimStatement, .claimAssessment, .claimCall,
  ]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    sink.state(.itself, during: event, .incident)
  }

  public static func subjects(at day: Day, facts: References) -> [String] {
    let positions = facts.standing.subjects(Provenance.name, prefix: "#").compactMap(Subject.position).sorted()
    return Testimony.propositions(positions, facts).map { Subject.event($0).text }
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    guard let position = Subject.position(subject) else { return [unknown(subject)] }
    let testimony = Testimony(on: position, facts)
    guard let head = testimony.head else {
      var row = unknown(subject)
      row.ignore(testimony.ignored)
      return [row]
    }
    let accounts = (testimony.pro + testimony.contra).map(\.event)
    let verdict = Verdict(testimony, profile, isGuarded: accounts.contains(where: facts.isGuarded))
    var row = Row(
      key: "#\(head)",
      cells: [
        .text("#\(head)"),
        Cell(facts.statement(head)),
        .text(verdict.status),
        .list(verdict.rootsFor),
        .list(verdict.rootsAgainst),
        .events(testimony.pro.map(\.event)),
        .events(testimony.contra.map(\.event)),
        .events(verdict.relays),
        .events(testimony.inferred),
      ])
    row.because = verdict.because
    row.against = verdict.against
    row.ignore(testimony.ignored + verdict.ignored)
    row.roots = verdict.rootsFor.count
    row.grade = testimony.pro.map(\.grade).max { $0.points < $1.points }
    row.complete(facts)
    return [row]
  }

  private static func unknown(_ subject: String) -> Row { .silent(subject, of: Self.self, "C0-no-evidence") }
}

extension References {
  /// What a world event says, in one line, from the view that keeps it; `nil` when it does not stand.
  public func statement(_ event: UInt64) -> String? {
    for view in [Corroboration.name, Attacks.name, Abuses.name] {
      if let fact = facts(view, .event(event)).first { return fact.leaf.summary(shown: disclosure) }
    }
    return nil
  }
}
