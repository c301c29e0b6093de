import Vocabulary

/// What changed since the last report: the view `changes`, of what concerns this report, and what it did to the views.
enum ChangePart {
  /// The section; without a last report it says how to name one.
  static func section(_ scope: BriefScope) -> Brief.Section {
    let heading = "What changed since the last report"
    guard let earlier = scope.facts.earlier else {
      return Brief.Section(
        heading: heading,
        sentences: [Brief.Sentence("No last report was named; name the position it was made at with --since.", [])])
    }
    let changes = EventChange.all(scope.facts).filter { concerns($0, scope, earlier) }
    let effects = Effects(of: changes, at: scope.to, scope.facts, scope.profile)
    let sentences =
      changes.prefix(scope.limit).map { sentence($0, scope, earlier) } + scope.rest(changes.count, "changes")
      + told(effects, scope)
    return Brief.Section(
      heading: heading,
      sentences: sentences.isEmpty ? [Brief.Sentence("Nothing changed that concerns this report.", [])] : sentences)
  }

  /// Whether the event speaks of the region and the period, as it stands or as it stood.
  private static func concerns(_ change: EventChange, _ scope: BriefScope, _ earlier: References) -> Bool {
    [scope.facts, earlier].contains { facts in facts.world(change.event).map(scope.concerns) ?? false }
  }

  private static func sentence(_ change: EventChange, _ scope: BriefScope, _ earlier: References) -> Brief.Sentence {
    func prose(_ facts: References) -> String? { facts.world(change.event).map { Prose($0.leaf, scope).text } }
    let stands = prose(scope.facts)
    var text = Prose.capital(change.word) + ": " + (stands ?? prose(earlier) ?? "event #\(change.event)") + "."
    if let stands, let was = prose(earlier), was != stands { text += " Before: \(was)." }
    return Brief.Sentence(
      text, strength: stands == nil ? nil : scope.strength(of: change.event), [change.event] + change.by)
  }

  /// Each effect once, with the events that had it.
  private static func told(_ effects: Effects, _ scope: BriefScope) -> [Brief.Sentence] {
    var events: [Verbatim: [UInt64]] = [:]
    for (event, texts) in effects.by {
      for text in texts { events[Verbatim(text), default: []].append(event) }
    }
    return events.sorted { $0.key < $1.key }.prefix(scope.limit).map {
      Brief.Sentence("In the view \($0.key.text).", $0.value.sorted())
    } + scope.rest(events.count, "effects on views")
  }
}
