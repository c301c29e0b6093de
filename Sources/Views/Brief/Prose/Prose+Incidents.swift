import Vocabulary

extension Prose {
  /// An attack, a pattern, or a sum over attacks.
  func told(_ attack: Attack) -> String {
    let mode = attack.mode == "other" ? "attack" : Prose.words(attack.mode)
    let kind =
      switch attack.form {
      case .pattern:
        "a pattern of attacks (" + [mode, attack.frequency].compactMap(\.self).joined(separator: ", ") + ")"
      case .aggregate: "a sum over attacks (\(mode))"
      case .single, nil: mode
      }
    let target = parties("victim", "target", "affected") ?? attack.target.map(Prose.words)
    let by = parties("perpetrator").map { " by \($0)" } ?? ", no perpetrator named"
    let among = parties("participant", "side-a", "side-b").map { ", with \($0) taking part" } ?? ""
    return kind + (target.map { " against \($0)" } ?? "") + by + among + inPlace + when + figures(attack.counts)
  }

  /// Acts against persons.
  func told(_ abuse: Abuse) -> String {
    let acts = abuse.acts.map { act in
      let form = act.form.flatMap { $0 == "unspecified" ? nil : " (\(Prose.words($0)))" } ?? ""
      let what = act.act == "unspecified" ? "abuses that are not specified" : Prose.words(act.act)
      let by = act.perpetrator.map { name in
        self.name(name)
          + (act.certainty.flatMap { $0 == .named ? nil : " (\($0.rawValue))" } ?? "")
      }
      return what + form + (act.victims.map { " of \(Prose.words($0))" } ?? "") + (by.map { " by \($0)" } ?? "")
    }
    var each: [Verbatim] = []
    for act in acts where !each.contains(Verbatim(act)) { each.append(Verbatim(act)) }
    let named = abuse.acts.contains { $0.perpetrator != nil }
    let by = named ? "" : parties("perpetrator").map { " by \($0)" } ?? ", no perpetrator named"
    let status =
      switch abuse.status {
      case .concern: "concern about "
      case .possible: "possible "
      case .verified: "verified: "
      case .reported, nil: ""
      }
    return status + Prose.list(each.map(\.text)) + by + disclosed(abuse) + (abuse.isSexual ? coarse : when)
      + figures(abuse.counts)
  }

  /// Where an abuse was, as far as it may be told.
  private func disclosed(_ abuse: Abuse) -> String {
    guard abuse.isSexual else { return inPlace }
    guard let id = leaf.place?.id else { return "" }
    let region = ([id] + scope.facts.ancestors(of: id, on: day)).first {
      let level = scope.facts.place($0, on: day)?.level
      return level == "region" || level == "country"
    }
    return region.map { " in \(place($0))" } ?? ""
  }

  /// The month or year, not the day.
  private var coarse: String {
    guard let period = leaf.occurred, let to = period.latest else { return "" }
    let month = String(to.description.prefix(7))
    guard let from = period.earliest else { return " at some time up to \(month)" }
    let first = String(from.description.prefix(7))
    return first == month ? " in \(month)" : " between \(first) and \(month)"
  }

  /// `: at least 46 killed (conservative)`; empty when no figure is given.
  private func figures(_ counts: [Count]) -> String {
    guard !counts.isEmpty else { return "" }
    return ": "
      + counts.map { count in
        let basis = [count.basis.map(\.rawValue), count.word.map { "“\($0)”" }].compactMap(\.self)
        return count.description + (basis.isEmpty ? "" : " [\(basis.joined(separator: ", "))]")
      }.joined(separator: ", ")
  }
}
