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
      let was = view.answer(at: day, facts: earlier, profile: profile)
      let now = view.answer(at: day, facts: facts, profile: profile)
      let comparison = Comparison(from: was, to: now)
      for row in comparison.added { file("\(view.name) \(row.key): new", row.traces, causes) }
      for row in comparison.removed { file("\(view.name) \(row.key): gone", row.traces, causes) }
      let rows = Dictionary(now.rows.map { (Verbatim($0.key), $0) }, uniquingKeysWith: { first, _ in first })
      for change in comparison.changed {
        let traces = (rows[Verbatim(change.key)]?.traces ?? []).union(change.entered + change.left)
        file("\(view.name) \(change.key): \(Effects.told(change, view))", traces, causes)
      }
    }
    for event in by.keys { by[event]?.sort() }
  }

  /// The views that only repeat, event by event, what this one says already.
  private static func isApart(_ view: any View.Type) -> Bool { view == Changes.self || view == Provenance.self }

  private mutating func file(_ text: String, _ traces: Set<UInt64>, _ causes: [UInt64: Set<UInt64>]) {
    let events = traces.reduce(into: Set<UInt64>()) { $0.formUnion(causes[$1] ?? []) }
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

extension Row {
  /// Every event that the row rests on, is opposed by or ignores, with what made it ignore them, and its disputes.
  fileprivate var traces: Set<UInt64> {
    Set(
      events + against.flatMap { $0.events + $0.rivals } + ignored.map(\.event) + ignored.compactMap(\.cause) + disputes
    )
  }
}
