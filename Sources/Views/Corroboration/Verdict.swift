import Vocabulary

/// What the roots on both sides make of a proposition.
struct Verdict {
  private(set) var status: String
  /// The independent roots for it, as text, sorted.
  private(set) var rootsFor: [String]
  /// The independent roots against it.
  private(set) var rootsAgainst: [String]
  /// Accounts for it that have no root of their own, ascending.
  private(set) var relays: [UInt64] = []
  private(set) var because: [Reason] = []
  private(set) var against: [Reason] = []
  private(set) var ignored: [Ignored] = []

  /// Weighs the sides; points of a root are those of its best graded account.
  init(_ testimony: Testimony, _ profile: Profile, isGuarded: Bool = false) {
    var own: [Testimony.Witness] = []
    var relayed: [Ignored] = []
    for witness in testimony.pro {
      if witness.isAltered {
        relayed.append(Ignored(witness.event, "C4-altered-by-the-relay"))
      } else if let nearer = testimony.contra.first(where: { Verdict.isNearer($0, to: witness) }) {
        relayed.append(Ignored(witness.event, "C4-not-in-its-own-root", cause: nearer.event))
      } else {
        own.append(witness)
      }
    }
    ignored = relayed
    relays = relayed.map(\.event).sorted()
    var same: [Ignored] = []
    let pro = Verdict.byRoot(own, &same)
    let contra = Verdict.byRoot(testimony.contra.filter { !$0.isAltered }, &same)
    ignored += same
    ignored += testimony.contra.filter(\.isAltered).map { Ignored($0.event, "C4-altered-by-the-relay") }
    rootsFor = pro.map { isGuarded ? $0.root.guardedText : $0.root.text }.sorted()
    rootsAgainst = contra.map { isGuarded ? $0.root.guardedText : $0.root.text }.sorted()
    let (points, opposing) = (pro.reduce(0) { $0 + $1.points }, contra.reduce(0) { $0 + $1.points })
    if pro.isEmpty {
      status = "relay-only"
    } else if contra.isEmpty {
      status = pro.count == 1 ? "single" : "corroborated"
    } else {
      status = opposing >= profile.thetaControl && opposing > 2 * points ? "refuted" : "disputed"
    }
    let accounts = pro.isEmpty ? testimony.pro : own
    because.append(Reason("C1-for", accounts.map(\.event).sorted(), points: pro.count))
    because.append(Reason("C5-" + status, points: points))
    if !testimony.inferred.isEmpty { because.append(Reason("C6-inferred-derivation", testimony.inferred)) }
    if !testimony.contra.isEmpty {
      against = [Reason("C2-against", testimony.contra.map(\.event), points: contra.count)]
    }
  }

  /// Whether an account against comes from the same root and stands nearer to it: the nearest to the root wins.
  private static func isNearer(_ against: Testimony.Witness, to witness: Testimony.Witness) -> Bool {
    against.root == witness.root && !against.isAltered && against.path.count < witness.path.count
  }

  /// One entry for each root with the points of its best graded account; the others are relays of it.
  private static func byRoot(
    _ witnesses: [Testimony.Witness], _ ignored: inout [Ignored]
  ) -> [(root: Root.Origin, points: Int)] {
    var groups: [Root.Origin: [Testimony.Witness]] = [:]
    for witness in witnesses { groups[witness.root, default: []].append(witness) }
    return groups.map { root, accounts in
      let sorted = accounts.sorted { ($1.grade.points, $0.event) < ($0.grade.points, $1.event) }
      ignored += sorted.dropFirst().map { Ignored($0.event, "C3-same-root-as", cause: sorted[0].event) }
      return (root, sorted[0].grade.points)
    }
  }
}

extension Root.Origin {
  /// The text rows show.
  var text: String { Root(origin: self, inferred: [], path: []).text }

  /// The same without the words for unnamed people, which may name a place.
  var guardedText: String {
    if case .anonymous(_, let report) = self { "anonymous" + (report.map { "@\($0)" } ?? "") } else { text }
  }
}
