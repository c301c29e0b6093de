public import Vocabulary

/// Looks for accounts that may tell of one incident: never every two of them, only neighbours in place and time.
///
/// Accounts are blocked by place and, within it, sorted by the first day they can mean. An account is compared with those
/// of its own place and of what that lies in up to the region, whose periods overlap its own or are a day apart, and whose
/// actors can be of one class. Two that are already said to be, or not to be, the same are passed over.
///
/// Cost: n log n for n accounts and one weighing for each neighbour; memory about eighty bytes an account.
public struct PairSearch {
  /// No account is compared with more others than this at one place.
  static let crowd = 400

  private var records: [PairRecord] = []
  private var words = PairWords()
  private let references: References
  private let view: String
  private let day: Day
  /// What was looked at, and what could not be.
  public private(set) var survey = PairSurvey()

  /// - Parameters:
  ///   - view: `attacks` or `abuses`.
  ///   - day: accounts of what lies after it are left out.
  public init(_ view: String, until day: Day, _ references: References) {
    self.view = view
    self.day = day
    self.references = references
  }

  /// Adds an account as it stands.
  public mutating func add(_ fact: StandingFact) {
    let story = PairStory(fact.leaf)
    guard story.isIncident, references.isShown(fact, by: day) else { return }
    survey.accounts += 1
    guard let from = fact.fact.from, let to = fact.fact.to, from.distance(to: to) < 366 else {
      survey.undated += 1
      return
    }
    let place = fact.leaf.place
    let precision = story.isDisclosedByRegion ? max(4, place?.precision ?? 4) : place?.precision
    let found: PairPlace?
    if let id = place?.id {
      found = PairPlace(id, precision: precision, on: to, references)
    } else {
      found = place?.name.flatMap { PairPlace(named: $0) }
    }
    guard let found else {
      survey.vague += 1
      return
    }
    records.append(record(fact, story, found, from, to))
  }

  private mutating func record(
    _ fact: StandingFact, _ story: PairStory, _ place: PairPlace, _ from: Day, _ to: Day
  ) -> PairRecord {
    let around = place.around.map { words.places.number(Verbatim($0.id)) }
    var record = PairRecord(
      event: fact.event, from: from.number, to: to.number, place: words.places.number(Verbatim(place.id)),
      rank: place.rank, around: words.surroundings.number(around),
      classes: words.classes(of: story.actors, on: to, references),
      actors: words.lists.number(story.actors.map(Verbatim.init)),
      modes: words.lists.number(story.modes.map(Verbatim.init)),
      targets: words.lists.number(story.targets.map(Verbatim.init)),
      report: fact.report.map { Int64($0) } ?? -1,
      origin: fact.origin.map { words.origins.number(Verbatim($0)) } ?? -1)
    let figures = Figure.perWhat(story.counts)
    for what in ["killed", "injured"] {
      guard let figure = figures.first(where: { $0.0 == Verbatim(what) })?.1, !figure.isEmpty else { continue }
      record.isInjured = what == "injured"
      record.least = figure.min.map { Int32(clamping: $0) } ?? -1
      record.best = figure.best.map { Int32(clamping: $0) } ?? -1
      record.most = figure.max.map { Int32(clamping: $0) } ?? -1
      break
    }
    return record
  }

  /// The best pairs that nobody has decided on yet, the most likely first.
  ///
  /// - Parameters:
  ///   - least: the least score.
  ///   - limit: how many at most.
  public mutating func best(least: Int, limit: Int) -> [Pair] {
    let index = PairIndex(records)
    let scoring = PairScoring(words: words, references: references)
    var decisions = PairDecisions(references)
    var best = BestPairs(limit: limit)
    for one in records {
      for place in [one.place] + words.surroundings[one.around] {
        var met = 0
        index.forEachNeighbour(of: one, at: place) { number in
          let other = records[number]
          guard place != one.place || other.event > one.event, other.event != one.event else { return true }
          met += 1
          guard met <= PairSearch.crowd else {
            survey.crowded += 1
            return false
          }
          guard PairScoring.fits(one, other) else { return true }
          survey.compared += 1
          let marks = scoring.marks(one, other)
          let score = marks.reduce(0) { $0 + $1.points }
          guard score >= least, !decisions.isDecided(one.event, other.event) else { return true }
          let (left, right) = (decisions.members(of: one.event), decisions.members(of: other.event))
          best.add(
            BestPairs.Entry(
              score: score, earlier: min(one.event, other.event), later: max(one.event, other.event), marks: marks,
              groups: [left[0], right[0]].sorted(), isGrouped: left.count + right.count > 2))
          return true
        }
      }
    }
    survey.found = best.found
    return best.sorted.compactMap { pair($0, &decisions) }
  }

  private func pair(_ entry: BestPairs.Entry, _ decisions: inout PairDecisions) -> Pair? {
    func account(_ event: UInt64) -> PairAccount? {
      references.facts(view, .event(event)).last.map {
        PairAccount($0, incident: decisions.members(of: event), references)
      }
    }
    guard let earlier = account(entry.earlier), let later = account(entry.later) else { return nil }
    return Pair(view: view, earlier: earlier, later: later, marks: entry.marks)
  }
}

/// How much a search looked at, and what it had to leave out.
public struct PairSurvey: Hashable, Sendable {
  /// Accounts of single incidents.
  public var accounts = 0
  /// Of these, without a date to within a year.
  public var undated = 0
  /// Of these, without a place to within a region.
  public var vague = 0
  /// Neighbours that were weighed.
  public var compared = 0
  /// Accounts with more neighbours at one place than are looked at.
  public var crowded = 0
  /// Undecided pairs of enough points, one for each two incidents.
  public var found = 0

  public init() {}
}

extension PairSurvey {
  /// Adds what another search looked at.
  public static func += (left: inout PairSurvey, right: PairSurvey) {
    left.accounts += right.accounts
    left.undated += right.undated
    left.vague += right.vague
    left.compared += right.compared
    left.crowded += right.crowded
    left.found += right.found
  }
}
