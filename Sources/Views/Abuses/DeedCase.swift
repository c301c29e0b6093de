import Vocabulary

/// The accounts of one abuse brought together, told deed by deed; what `abuses` and `crsv` have in common.
struct DeedCase {
  /// The first account.
  let head: UInt64
  /// The accounts, the preferred first.
  let accounts: [Account]
  /// Their figures, fused.
  let figures: Casualties

  /// `single`, `pattern` or `aggregate`, by the preferred account that is an attack; `nil` when none is.
  var form: String? {
    accounts.lazy.compactMap { account -> String? in
      if case .attack(let attack) = account.leaf.payload { attack.form?.rawValue } else { nil }
    }.first
  }

  /// What a view calls the rules that both have.
  struct Rules {
    let none: String
    let account: String
    let same: String
    let otherPerpetrator: String
    let placeWithheld: String
    let daysWithheld: String
  }

  /// One deed, as exactly as it may be shown.
  struct Shown {
    let deed: Deed
    let place: DisclosedPlace
    let period: DisclosedPeriod
  }

  /// The rows about the case of an event; never empty.
  ///
  /// - Parameters:
  ///   - naming: what an act is called in the key; `nil` leaves it out.
  ///   - cells: the cells of a row.
  ///   - besides: reasons that only this view has.
  static func rows(
    _ subject: String, of view: any View.Type, at day: Day, _ facts: References, _ rules: Rules,
    naming: (Abuse, AbuseAct) -> String? = { $1.act }, cells: (DeedCase, Shown) -> [Cell],
    besides: (DeedCase, Deed) -> [Reason] = { _, _ in [] }
  ) -> [Row] {
    guard let position = Subject.position(subject) else { return [.silent(subject, of: view, rules.none)] }
    let merging = Merging(around: position, facts)
    let accounts = Account.all(view.name, merging.members, until: day, facts)
    let ended = Account.ended(view.name, merging.members, facts)
    guard !accounts.isEmpty else {
      var row = Row.silent(subject, ended.isEmpty ? "unknown: no evidence" : "retracted", of: view, rules.none)
      row.ignore(ended)
      return [row]
    }
    let told = DeedCase(
      head: accounts.map(\.event).min() ?? position, accounts: accounts, figures: Casualties(accounts))
    let isGuarded = facts.disclosure == .region && accounts.contains { $0.leaf.isSexualViolence }
    let deeds = Deed.all(accounts, naming: naming)
    return deeds.map { deed in
      let shown = Shown(
        deed: deed, place: DisclosedPlace(deed.preferred, isGuarded: isGuarded, day, facts),
        period: DisclosedPeriod(deed.preferred, isGuarded: isGuarded))
      var row = Row(key: "#\(told.head)/" + deed.key, cells: cells(told, shown))
      row.because = [Reason(rules.account, deed.events)]
      if !merging.mergedBy.isEmpty { row.because.append(Reason(rules.same, merging.mergedBy)) }
      row.because += besides(told, deed)
      row.against = deeds.filter { deed.differsInPerpetrator(from: $0) }.map {
        Reason(rules.otherPerpetrator, $0.events, actors: [$0.perpetrator?.text].compactMap(\.self))
      }
      row.ignore(merging.refused + ended)
      if shown.place.isWithheld { row.ignore(deed.events.map { Ignored($0, rules.placeWithheld) }) }
      if shown.period.isWithheld { row.ignore(deed.events.map { Ignored($0, rules.daysWithheld) }) }
      row.weigh(accounts.known(facts), behind: [row.because[0]])
      row.complete(facts)
      return row
    }
  }
}
