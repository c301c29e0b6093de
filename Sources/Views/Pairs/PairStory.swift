import Vocabulary

/// What an attack and an abuse have in common, as far as accounts are compared by it.
struct PairStory {
  /// How it was carried out, or the acts, sorted and each once.
  let modes: [String]
  /// The classes of targets or victims, sorted and each once.
  let targets: [String]
  /// The parties of the event; a perpetrator that only an act names is not among them.
  let parties: [Party]
  /// The figures.
  let counts: [Count]
  /// Whether it tells of a single incident that was said to have happened: no pattern, aggregate or mere concern.
  let isIncident: Bool
  /// Whether its place is never shown below the region.
  let isDisclosedByRegion: Bool
  /// Everybody who did it or took part, by key or by name, sorted and each once.
  let actors: [String]

  init(_ leaf: Event) {
    parties = leaf.parties
    var named = leaf.parties.filter { PairStory.acts($0.role) }.compactMap { $0.actor ?? $0.name }
    switch leaf.payload {
    case .attack(let attack):
      modes = [attack.mode].filter { $0 != "other" && !$0.isEmpty }
      targets = [attack.target].compactMap(\.self).filter { $0 != "unknown" }
      counts = attack.counts
      isIncident = attack.form == .single || attack.form == nil
      isDisclosedByRegion = false
    case .abuse(let abuse):
      modes = PairStory.words(abuse.acts.map(\.act).filter { $0 != "unspecified" && $0 != "other" })
      targets = PairStory.words(abuse.acts.compactMap(\.victims))
      counts = abuse.counts
      isIncident = abuse.status != .concern
      isDisclosedByRegion = leaf.isSexualViolence
      named += abuse.acts.compactMap(\.perpetrator)
    default:
      (modes, targets, counts, isIncident, isDisclosedByRegion) = ([], [], [], false, false)
    }
    actors = PairStory.words(named.filter { $0 != "unknown" })
  }

  /// Whether a party of this role did it or took part.
  static func acts(_ role: String) -> Bool {
    role == "perpetrator" || role == "participant" || role == "side-a" || role == "side-b"
  }

  /// Whether a party of this role suffered it.
  static func suffers(_ role: String) -> Bool { role == "victim" || role == "target" || role == "affected" }

  private static func words(_ words: [String]) -> [String] { Set(words.map(Verbatim.init)).sorted().map(\.text) }
}
