import Vocabulary

/// Weighs two accounts against each other; whole points, each with its rule.
struct PairScoring {
  let words: PairWords
  let references: References

  /// Whether the classes of their actors allow them to be one; unknown actors can be anybody.
  static func fits(_ one: PairRecord, _ other: PairRecord) -> Bool {
    one.classes == 0 || other.classes == 0 || one.classes & other.classes != 0
  }

  /// All that speaks for and against.
  func marks(_ one: PairRecord, _ other: PairRecord) -> [PairMark] {
    var marks = [place(one, other), period(one, other)]
    if let actors = actors(one, other) { marks.append(actors) }
    if let modes = agreement(one.modes, other.modes, .sameMode, .otherMode) { marks.append(modes) }
    if let targets = agreement(one.targets, other.targets, .sameTarget, .otherTarget) { marks.append(targets) }
    if let figures = PairScoring.figures(one, other) { marks.append(figures) }
    if isOneOrigin(one, other) { marks.append(PairMark(.oneOrigin, -2)) }
    return marks
  }

  private func place(_ one: PairRecord, _ other: PairRecord) -> PairMark {
    let outer = max(one.rank, other.rank)
    let isSame = one.place == other.place
    let points: Int =
      switch outer {
      case .town: 3
      case .commune: 2
      case .cercle: isSame ? 2 : 1
      case .region, .country: isSame ? 1 : 0
      }
    return PairMark(isSame ? .samePlace : .placeWithin, points)
  }

  private func period(_ one: PairRecord, _ other: PairRecord) -> PairMark {
    guard one.from <= other.to, other.from <= one.to else { return PairMark(.dayApart, 0) }
    switch max(one.days, other.days) {
    case 1: return PairMark(.sameDay, 3)
    case ...7: return PairMark(.periodsOverlap, 2)
    case ...31: return PairMark(.periodsOverlap, 1)
    default: return PairMark(.periodsOverlap, 0)
    }
  }

  private func actors(_ one: PairRecord, _ other: PairRecord) -> PairMark? {
    let (left, right) = (words.lists[one.actors], words.lists[other.actors])
    guard !left.isEmpty, !right.isEmpty else { return nil }
    if one.actors == other.actors || !Set(left).isDisjoint(with: right) { return PairMark(.sameActor, 2) }
    let day = Day(number: max(one.from, other.from))
    func lies(_ inner: [Verbatim], in outer: [Verbatim]) -> Bool {
      inner.contains { actor in
        references.lineage(of: actor.text, on: day).dropFirst().contains { outer.contains(Verbatim($0)) }
      }
    }
    return lies(left, in: right) || lies(right, in: left) ? PairMark(.actorWithin, 1) : PairMark(.otherActor, -1)
  }

  private func agreement(_ one: Int32, _ other: Int32, _ same: PairRule, _ different: PairRule) -> PairMark? {
    let (left, right) = (words.lists[one], words.lists[other])
    guard !left.isEmpty, !right.isEmpty else { return nil }
    let agree = one == other || !Set(left).isDisjoint(with: right)
    return agree ? PairMark(same, 1) : PairMark(different, -1)
  }

  /// The figures; a best figure without bounds is its own bounds, a bound that is not given is open.
  static func figures(_ one: PairRecord, _ other: PairRecord) -> PairMark? {
    func bounds(_ record: PairRecord) -> (least: Int32, most: Int32)? {
      guard record.least >= 0 || record.best >= 0 || record.most >= 0 else { return nil }
      let alone = record.least < 0 && record.most < 0
      return (
        alone ? record.best : max(record.least, 0), alone ? record.best : record.most >= 0 ? record.most : .max
      )
    }
    guard let left = bounds(one), let right = bounds(other), one.isInjured == other.isInjured else { return nil }
    if one.best >= 0, one.best == other.best { return PairMark(.sameFigure, 2) }
    return left.least <= right.most && right.least <= left.most
      ? PairMark(.figuresAgree, 1) : PairMark(.figuresApart, -1)
  }

  private func isOneOrigin(_ one: PairRecord, _ other: PairRecord) -> Bool {
    guard one.report >= 0 || one.origin >= 0, other.report >= 0 || other.origin >= 0 else { return false }
    if one.report == other.report, one.origin == other.origin { return true }
    return root(one) == root(other)
  }

  private func root(_ record: PairRecord) -> Root.Origin {
    let fact = StandingFact(
      event: record.event, knownFrom: record.event,
      fact: Fact(projection: "", subject: "", from: nil, to: nil, body: []),
      report: record.report < 0 ? nil : UInt64(record.report),
      origin: record.origin < 0 ? nil : words.origins[record.origin].text)
    return references.root(of: fact).origin
  }
}
