import Vocabulary

/// One act by one perpetrator against one group of victims, over all accounts that tell of it.
///
/// An account that does not say who the victims were tells of the group that the others name, when that is one group.
/// An attack of the mode `one-sided` is an act of that name, by its perpetrators against its victims.
struct Deed {
  let act: Verbatim
  let perpetrator: Verbatim?
  let victims: Verbatim?
  /// The account whose place and date are shown.
  let preferred: Account
  private(set) var events: [UInt64] = []
  private(set) var certainty = Certainty.unknown
  private(set) var degree: String?
  private(set) var right: String?
  private(set) var status: Abuse.Status?
  private(set) var isCRSV = false

  /// `act/perpetrator/victims`; names the row within the abuse.
  var key: String { act.text + "/" + (perpetrator?.text ?? "") + "/" + (victims?.text ?? "") }

  private init(_ act: Verbatim, by perpetrator: Verbatim?, against victims: Verbatim?, _ account: Account) {
    self.act = act
    self.perpetrator = perpetrator
    self.victims = victims
    preferred = account
  }

  /// The deeds that the accounts tell, in the order of their keys; accounts come in the order of preference.
  ///
  /// - Parameter naming: what an act is called in the key; `nil` leaves it out.
  static func all(
    _ accounts: [Account], naming: (Abuse, AbuseAct) -> String? = { $1.act }
  ) -> [Deed] {
    var deeds: [Verbatim: Deed] = [:]
    let groups = victimGroups(accounts, naming)
    for account in accounts {
      guard case .abuse(let abuse) = account.leaf.payload else {
        for deed in oneSided(account) { deeds[Verbatim(deed.key), default: deed].add(deed) }
        continue
      }
      for act in abuse.acts {
        guard let name = naming(abuse, act).map(Verbatim.init) else { continue }
        for (actor, certainty) in perpetrators(act, account.leaf.parties) {
          let fresh = Deed(
            name, by: actor,
            against: act.victims.map(Verbatim.init) ?? groups[name].flatMap { $0.count == 1 ? $0.first : nil },
            account)
          let key = Verbatim(fresh.key)
          deeds[key, default: fresh].add(account, abuse, act, certainty)
        }
      }
    }
    return deeds.sorted { $0.key < $1.key }.map { deed in
      var deed = deed.value
      deed.events.sort()
      return deed
    }
  }

  /// What an attack on civilians says: of each perpetrator against the class of target or, where none is given, each victim.
  private static func oneSided(_ account: Account) -> [Deed] {
    guard case .attack(let attack) = account.leaf.payload, attack.isOneSided else { return [] }
    let named = account.leaf.parties.filter { $0.role == "victim" || $0.role == "target" }
      .compactMap { $0.actor ?? $0.name }
    let groups: [String?] = attack.target.map { [$0] } ?? named
    let victims = groups.isEmpty ? [nil] : groups
    return perpetrators(nil, account.leaf.parties).flatMap { actor, certainty in
      victims.map { victims in
        var deed = Deed(Verbatim(attack.mode), by: actor, against: victims.map(Verbatim.init), account)
        (deed.events, deed.certainty, deed.status) = ([account.event], certainty, .reported)
        return deed
      }
    }
  }

  /// The groups of victims that any account names, by act: an account that names none joins the only one there is.
  private static func victimGroups(
    _ accounts: [Account], _ naming: (Abuse, AbuseAct) -> String?
  ) -> [Verbatim: Set<Verbatim>] {
    var groups: [Verbatim: Set<Verbatim>] = [:]
    for account in accounts {
      guard case .abuse(let abuse) = account.leaf.payload else { continue }
      for act in abuse.acts {
        guard let victims = act.victims, let name = naming(abuse, act) else { continue }
        groups[Verbatim(name), default: []].insert(Verbatim(victims))
      }
    }
    return groups
  }

  /// Whether another row tells of the same act against the same people by somebody else.
  func differsInPerpetrator(from other: Deed) -> Bool {
    act == other.act && victims == other.victims && perpetrator != other.perpetrator
  }

  private mutating func add(_ account: Account, _ abuse: Abuse, _ act: AbuseAct, _ certainty: Certainty) {
    if !events.contains(account.event) { events.append(account.event) }
    if certainty.isSurer(than: self.certainty) { self.certainty = certainty }
    degree = degree ?? act.degree
    right = right ?? act.right
    isCRSV = isCRSV || account.leaf.isSexualViolence
    if let told = abuse.status, status.map({ Deed.rank(told) > Deed.rank($0) }) ?? true { status = told }
  }

  /// The same deed by another account.
  private mutating func add(_ other: Deed) {
    for event in other.events where !events.contains(event) { events.append(event) }
    if other.certainty.isSurer(than: certainty) { certainty = other.certainty }
  }

  private static func rank(_ status: Abuse.Status) -> Int {
    switch status {
    case .concern: 0
    case .possible: 1
    case .reported: 2
    case .verified: 3
    }
  }

  /// Who did it: whom the act names, else the perpetrators among the parties, else nobody.
  private static func perpetrators(_ act: AbuseAct?, _ parties: [Party]) -> [(Verbatim?, Certainty)] {
    if let actor = act?.perpetrator { return [(Verbatim(actor), act?.certainty ?? .named)] }
    let named = parties.filter { $0.role == "perpetrator" }.compactMap { party -> (Verbatim?, Certainty)? in
      (party.actor ?? party.name).map { (Verbatim($0), party.certainty ?? act?.certainty ?? .named) }
    }
    return named.isEmpty ? [(nil, .unknown)] : named
  }
}
