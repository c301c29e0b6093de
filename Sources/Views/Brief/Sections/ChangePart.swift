import Vocabulary

/// What changed since the last report: what entered, what was corrected or retracted, and what that did to the views.
public enum ChangePart {
  /// The section; without a last report it says how to name one.
  public static func section(since earlier: BriefScope?, _ now: BriefScope) -> Brief.Section {
    let heading = "What changed since the last report"
    guard let earlier else {
      return Brief.Section(
        heading: heading,
        sentences: [Brief.Sentence("No last report was named; name the position it was made at with --since.", [])])
    }
    let sentences = entered(earlier, now) + gone(earlier, now) + corrected(earlier, now) + pictures(earlier, now)
    return Brief.Section(
      heading: heading,
      sentences: sentences.isEmpty ? [Brief.Sentence("Nothing changed that concerns this report.", [])] : sentences)
  }

  private static func entered(_ earlier: BriefScope, _ now: BriefScope) -> [Brief.Sentence] {
    let fresh = now.statements.all.filter { earlier.facts.world($0.head) == nil }
    return fresh.prefix(now.limit).map { statement in
      Brief.Sentence("Entered: \(statement.prose(statement.head)).", strength: statement.strength, [statement.head])
    } + now.rest(fresh.count, "statements that entered")
  }

  private static func gone(_ earlier: BriefScope, _ now: BriefScope) -> [Brief.Sentence] {
    earlier.statements.all.flatMap(\.accounts).sorted().filter { now.facts.world($0) == nil }.map { event in
      let text = earlier.facts.world(event).map { Prose($0.leaf, earlier).text } ?? "event #\(event)"
      let by = now.facts.ended(Provenance.name, .event(event)).map(\.by)
      return Brief.Sentence("Retracted: \(text).", [event] + by)
    }
  }

  private static func corrected(_ earlier: BriefScope, _ now: BriefScope) -> [Brief.Sentence] {
    now.statements.all.flatMap(\.accounts).sorted().compactMap { event in
      guard let was = earlier.facts.world(event), let stands = now.facts.world(event), let by = stands.versionBy,
        was.versionBy != by
      else { return nil }
      return Brief.Sentence(
        "Corrected: \(Prose(stands.leaf, now).text). Before: \(Prose(was.leaf, earlier).text).", [event, by])
    }
  }

  /// What that did to the views on the last day: places whose control reads otherwise, and how many rows of the others.
  private static func pictures(_ earlier: BriefScope, _ now: BriefScope) -> [Brief.Sentence] {
    Views.all.compactMap { view in
      let (was, stands) = (earlier.answer(view), now.answer(view))
      let comparison = Comparison(from: was, to: stands)
      guard !comparison.isEmpty else { return nil }
      let events = Set(comparison.added.flatMap(\.events) + comparison.changed.flatMap { $0.entered + $0.left })
      return Brief.Sentence(
        "The view \(view.name), on \(now.to): \(comparison.added.count) rows new, \(comparison.removed.count) gone, "
          + "\(comparison.changed.count) changed"
          + (view.name.utf8.elementsEqual(Control.name.utf8) ? control(was, stands, comparison, now) : "") + ".",
        events.filter { now.facts.world($0) != nil }.sorted())
    }
  }

  private static func control(
    _ was: Answer, _ stands: Answer, _ comparison: Comparison, _ scope: BriefScope
  ) -> String {
    func status(_ answer: Answer, _ key: String) -> String {
      guard let row = answer.rows.first(where: { Verbatim($0.key) == Verbatim(key) }) else { return "unknown" }
      let holder = answer.cell("controller_name", of: row).description
      return answer.cell("status", of: row).description + (holder.isEmpty ? "" : " (\(holder))")
    }
    let keys = comparison.added.map(\.key) + comparison.changed.map(\.key) + comparison.removed.map(\.key)
    let told = keys.filter { scope.isInside($0) && status(was, $0) != status(stands, $0) }.map { key in
      "\(scope.facts.placeName(key, on: scope.to)): \(status(was, key)) → \(status(stands, key))"
    }
    return told.isEmpty ? "" : "; " + told.joined(separator: "; ")
  }
}
