import Vocabulary

extension Totals {
  /// `2023`, `2022/2023` for what may be of either, `undated`.
  static func year(_ from: Day?, _ to: Day?) -> String {
    guard let from, let to else { return "undated" }
    let years = [from, to].map { String($0.description.prefix(4)) }
    return years[0] == years[1] ? years[0] : years.joined(separator: "/")
  }

  /// The name of the first-level region; what is known no better than by country is of no region.
  static func region(_ place: String, on day: Day, _ references: References) -> String {
    let region = ([place] + references.ancestors(of: place, on: day)).first {
      references.place($0, on: day)?.level == "region"
    }
    return region.map { references.placeName($0, on: day) } ?? "no region"
  }

  /// The line of one account of an aggregate.
  static func aggregate(
    _ fact: StandingFact, _ grouping: Grouping, _ day: Day, _ references: References
  ) -> (TotalsKey, Line) {
    let leaf = fact.leaf
    let place = leaf.place?.id ?? leaf.place?.name
    let last = fact.fact.to ?? day
    let actors = Incident.names(leaf.parties, PairStory.acts)
    let group: String
    switch grouping {
    case .all: group = "all"
    case .year: group = year(fact.fact.from, fact.fact.to)
    case .region: group = place.map { region($0, on: last, references) } ?? "no region"
    case .actor: group = actors.isEmpty ? "unknown" : actors.joined(separator: ", ")
    case .mode: if case .attack(let attack) = leaf.payload { group = attack.mode } else { group = "" }
    }
    let root = references.root(of: fact)
    var line = Line(group: group, form: "aggregate", incidents: 1)
    line.body = references.sourceKey(of: root.origin).map { references.source($0)?.source.name ?? $0 } ?? root.text
    line.period = leaf.occurred?.edtf
    line.place = leaf.place?.id.map { references.placeName($0, on: last) } ?? leaf.place?.name
    line.root = root.text
    line.grade = references.grade(of: fact).description
    line.events = [fact.event]
    line.basis = bases([fact]).map(\.text)
    if case .attack(let attack) = leaf.payload {
      line.figures = Figure.perWhat(attack.counts).filter { !$0.1.isEmpty }.map { what, figure in
        Sum(
          what: what.text, told: 1, min: figure.min ?? 0, best: figure.best ?? 0, max: figure.max ?? 0,
          bounds: Sum.Bounds(hasMin: figure.min != nil, hasBest: figure.best != nil, hasMax: figure.max != nil))
      }
    }
    return (TotalsKey(group, "aggregate"), line)
  }

  /// What the figures of those killed rest on, by any account of an incident, each once.
  static func bases(_ accounts: [StandingFact]) -> [Verbatim] {
    let words = accounts.flatMap { fact in
      fact.leaf.counts.filter { $0.what == "killed" }.compactMap { $0.basis.map { Verbatim($0.rawValue) } }
    }
    return Set(words).sorted()
  }
}
