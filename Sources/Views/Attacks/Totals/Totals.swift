import Vocabulary

/// Sums over single incidents and, beside them, what bodies have published as totals: never added to each other.
///
/// The incidents are those of the view `attacks`, or of `abuses`: there each once, whatever acts it has rows for, and a
/// concern not at all. An abuse does not say whether it is one incident, so those that no attack tells of stand beside the
/// sum too.
///
/// A line is a sum of single incidents, the patterns of a group, or one account of an aggregate. An aggregate stands by
/// itself with its root: the figures of a mission, a data set and a government are several answers to one question, and the
/// incidents they count may be counted above already.
public struct Totals: Hashable, Sendable {
  /// By what the lines are grouped.
  public var grouping: Grouping
  /// The lines: by group, in it the sum, the patterns, then the aggregates by period and body.
  public private(set) var lines: [Line] = []

  /// What incidents can be grouped by.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    /// All together.
    case all
    /// The year of the preferred account; what may be of several years is a group of its own.
    case year
    /// The first-level region on the last day it can mean.
    case region
    /// Who did it by any account, else who took part.
    case actor
    /// How it was carried out.
    case mode
  }

  /// One line.
  public struct Line: Hashable, Sendable {
    /// The group: a year, a region's name, actors, a mode.
    public var group: String
    /// `single`, `pattern`, `unstated` or `aggregate`.
    public var form: String
    /// How many incidents; an aggregate is one account.
    public var incidents = 0
    /// Figures by what they count: killed, injured, abducted, then others by name.
    public var figures: [Sum] = []
    /// What the figures of those killed rest on, with the number of accounts: `reported 5`.
    public var basis: [String] = []
    /// Of an aggregate: the body that publishes it, its period as EDTF, its place, its root and its grade.
    public var body: String?
    public var period: String?
    public var place: String?
    public var root: String?
    public var grade: String?
    /// The events, ascending.
    public var events: [UInt64] = []
  }

  /// A sum of figures; absent is not zero, so incidents without a figure are counted apart.
  public struct Sum: Hashable, Sendable {
    /// What is counted.
    public var what: String
    /// How many incidents give a figure.
    public var told = 0
    /// Sums over those; one without a bound adds its best figure. Where one gives neither, the sum has no such bound: what is
    /// "at least 46" in one place is at least so much in all.
    public var min = 0
    public var best = 0
    public var max = 0
    /// Which of them are known.
    public var bounds = Bounds()

    /// Which bounds every figure in it has.
    public struct Bounds: Hashable, Sendable {
      public var hasMin = true
      public var hasBest = true
      public var hasMax = true
    }

    /// The figure, typed for drawing.
    public var cell: Cell {
      told == 0
        ? .none
        : .range(min: bounds.hasMin ? min : nil, best: bounds.hasBest ? best : nil, max: bounds.hasMax ? max : nil)
    }
  }

  /// The views that can be summed up.
  public static let views: [any View.Type] = [Attacks.self, Abuses.self]

  /// Groups an answer of one of ``views``; rows of another view are not counted.
  public init(_ answer: Answer, by grouping: Grouping, _ references: References) {
    self.grouping = grouping
    guard let view = Totals.views.first(where: { $0.name.utf8.elementsEqual(answer.view.utf8) }) else { return }
    var sums: [TotalsKey: Line] = [:]
    var bases: [TotalsKey: [Verbatim: Int]] = [:]
    var aggregates: [(TotalsKey, Line)] = []
    for incident in TotalledIncident.all(answer) {
      let form = incident.form
      let accounts = incident.accounts.flatMap { references.facts(view.name, .event($0)) }
      if form == "aggregate" {
        for account in accounts {
          guard case .attack = account.payload else { continue }
          aggregates.append(Totals.aggregate(account, grouping, answer.at, references))
        }
        continue
      }
      let key = TotalsKey(incident.group(grouping, references), form)
      sums[key, default: Line(group: key.group, form: form)].add(incident)
      for basis in Totals.bases(accounts) { bases[key, default: [:]][basis, default: 0] += 1 }
    }
    for (key, counts) in bases {
      sums[key]?.basis = counts.sorted { $0.key < $1.key }.map { "\($0.key.text) \($0.value)" }
    }
    lines = (sums.map { ($0.key, $0.value) } + aggregates).sorted { TotalsKey.precedes($0.0, $0.1, $1.0, $1.1) }
      .map { $0.1 }
  }
}

extension Totals {
  /// The sum over all single incidents of an answer of the view `attacks`; `nil` when it has none.
  public static func single(_ answer: Answer, _ references: References) -> Line? {
    Totals(answer, by: .all, references).lines.first { $0.form == "single" }
  }
}

extension Totals.Line {
  /// The sum of what is counted; `none` when no incident gives a figure.
  public func figure(_ what: String) -> Cell { figures.first { $0.what == what }?.cell ?? .none }

  /// Adds an incident.
  fileprivate mutating func add(_ incident: TotalledIncident) {
    incidents += 1
    events = (events + incident.events).sorted()
    for what in ["killed", "injured", "abducted"] {
      guard case .range(let low, let middle, let high) = incident.cell(what) else { continue }
      if !figures.contains(where: { $0.what == what }) { figures.append(Totals.Sum(what: what)) }
      guard let place = figures.firstIndex(where: { $0.what == what }) else { continue }
      figures[place].told += 1
      figures[place].min += low ?? middle ?? 0
      figures[place].best += middle ?? 0
      figures[place].max += high ?? middle ?? 0
      if middle == nil { figures[place].bounds.hasBest = false }
      if middle == nil, high == nil { figures[place].bounds.hasMax = false }
      if middle == nil, low == nil { figures[place].bounds.hasMin = false }
    }
  }
}
