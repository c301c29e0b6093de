import Vocabulary

/// What changed in the other views between two known times, filed under the events that did it.
struct Effects {
  /// By the position of the event: the view, the row, and the value before and after.
  private(set) var by: [UInt64: [String]] = [:]

  /// Compares every other view; nothing without an earlier time, since then every row is new.
  init(of changes: [EventChange], at day: Day, _ facts: References, _ profile: Profile) {
    guard let earlier = facts.earlier, !changes.isEmpty else { return }
    var causes: [UInt64: Set<UInt64>] = [:]
    for change in changes {
      for cause in [change.event] + change.by { causes[cause, default: []].insert(change.event) }
    }
    for view in Views.all where !Effects.isApart(view) {
      let asked = Effects.subjects(of: view, at: day, earlier, facts)
      let was = view.answer(asked, at: day, facts: earlier, profile: profile)
      let now = view.answer(asked, at: day, facts: facts, profile: profile)
      let comparison = Comparison(from: was, to: now)
      for row in comparison.added { file("\(view.name) \(row.key): new", row, [], causes) }
      for row in comparison.removed { file("\(view.name) \(row.key): gone", row, [], causes) }
      let rows = Dictionary(now.rows.map { (Verbatim($0.key), $0) }, uniquingKeysWith: { first, _ in first })
      for change in comparison.changed {
        guard let row = rows[Verbatim(change.key)] else { continue }
        file("\(view.name) \(change.key): \(Effects.told(change, view))", row, change.entered + change.left, causes)
      }
    }
    for event in by.keys { by[event]?.sort() }
  }

  /// The views that only repeat, event by event, what this one says already.
  private static func isApart(_ view: any View.Type) -> Bool { view == Changes.self || view == Provenance.self }

  /// A place that only one side knows is asked about on both, so that it changes from or to "unknown".
  private static func subjects(
    of view: any View.Type, at day: Day, _ earlier: References, _ facts: References
  ) -> [String]? {
    guard view.subjectKind == .place else { return nil }
    let known = view.subjects(at: day, facts: earlier) + view.subjects(at: day, facts: facts)
    return Set(known.map(Verbatim.init)).sorted().map(\.text)
  }

  /// Files an effect under the events that the row rests on or is opposed by; when none of them changed, under those that
  /// it ignores or that dispute it.
  private mutating func file(_ text: String, _ row: Row, _ moved: [UInt64], _ causes: [UInt64: Set<UInt64>]) {
    let against = row.against.flatMap { $0.events + $0.rivals }
    let counted = (row.events + against + moved).reduce(into: Set<UInt64>()) { $0.formUnion(causes[$1] ?? []) }
    let besides = row.ignored.flatMap { [$0.event, $0.cause ?? $0.event] } + row.disputes
    let events =
      counted.isEmpty ? besides.reduce(into: Set<UInt64>()) { $0.formUnion(causes[$1] ?? []) } : counted
    for event in events { by[event, default: []].append(text) }
  }

  /// The cells that differ and that a table shows, at most three.
  private static func told(_ change: Comparison.Change, _ view: any View.Type) -> String {
    let shown = change.cells.filter { cell in view.shown.contains { $0.utf8.elementsEqual(cell.column.utf8) } }
    let told = (shown.isEmpty ? change.cells : shown).prefix(3).map { cell in
      "\(cell.column) \(text(cell.was)) → \(text(cell.now))"
    }
    return told.isEmpty ? "other events" : told.joined(separator: ", ")
  }

  private static func text(_ cell: Cell) -> String {
    let text = cell.description
    return text.isEmpty ? "nothing" : text
  }
}
