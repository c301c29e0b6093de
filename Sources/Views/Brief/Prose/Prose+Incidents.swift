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
    return status + Prose.list(each.map(\.text)) + by + (isGuarded ? coarse : inPlace + when) + figures(abuse.counts)
  }

  /// Whether it may be told by region and month only.
  private var isGuarded: Bool { scope.facts.disclosure == .region && leaf.isSexualViolence }

  /// The region or country, and the months.
  private var coarse: String {
    let region = (leaf.place?.id).flatMap { scope.facts.region(of: $0, on: day) }
    let period = DisclosedPeriod(
      leaf.occurred?.edtf, leaf.occurred?.earliest, leaf.occurred?.latest, isGuarded: true)
    let months = (period.edtf ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let when: String
    switch (months.first ?? "", months.last ?? "") {
    case ("", ""): when = ""
    case ("", let end): when = " at some time up to \(end)"
    case (let begin, ""): when = " since \(begin)"
    case (let begin, let end): when = begin == end ? " in \(begin)" : " between \(begin) and \(end)"
    }
    return (region.map { " in \(place($0))" } ?? "") + when
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
