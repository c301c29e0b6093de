import Vocabulary

/// What the accounts of an incident say of its form and parties.
struct Incident {
  /// `single`, `pattern` or `aggregate`, by the preferred account.
  let form: String?
  let mode: String?
  let perpetrators: [String]
  let participants: [String]
  let victims: [String]

  /// Reads accounts that come in the order of preference.
  init(_ accounts: [Account]) {
    guard case .attack(let first)? = accounts.first?.leaf.payload else {
      (form, mode, perpetrators, participants, victims) = (nil, nil, [], [], [])
      return
    }
    form = first.form?.rawValue
    mode = first.mode
    let parties = accounts.flatMap(\.leaf.parties)
    perpetrators = Incident.names(parties) { $0 == "perpetrator" }
    participants = Incident.names(parties) { $0 == "participant" || $0 == "side-a" || $0 == "side-b" }
    let classes = accounts.compactMap { account -> String? in
      if case .attack(let attack) = account.leaf.payload { attack.target } else { nil }
    }
    let named = Incident.names(parties) { $0 == "victim" || $0 == "target" || $0 == "affected" }
    victims = Set((named + classes).map(Verbatim.init)).sorted().map(\.text)
  }

  /// Each actor once, with the strongest certainty that any account gives; sorted.
  static func names(_ parties: [Party], _ counts: (String) -> Bool) -> [String] {
    var certainties: [Verbatim: Certainty] = [:]
    for party in parties where counts(party.role) {
      let name = Verbatim(party.actor ?? party.name ?? "unknown")
      let certainty = party.certainty ?? .named
      certainties[name] = certainties[name].map { $0.isSurer(than: certainty) ? $0 : certainty } ?? certainty
    }
    return certainties.sorted { $0.key < $1.key }.map { name, certainty in
      certainty == .named || name.text == certainty.rawValue ? name.text : "\(name.text) (\(certainty.rawValue))"
    }
  }
}

extension Certainty {
  /// Whether an identity is surer than another.
  func isSurer(than other: Certainty) -> Bool {
    let order: [Certainty] = [.named, .presumed, .suspected, .unknown]
    return (order.firstIndex(of: self) ?? 3) < (order.firstIndex(of: other) ?? 3)
  }
}
