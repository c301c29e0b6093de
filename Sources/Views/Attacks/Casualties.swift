import Vocabulary

/// The figures of an incident, fused over its accounts.
struct Casualties {
  private let figures: [(what: Verbatim, figure: Figure)]
  /// What each account says that gives figures.
  let byAccount: [String]
  /// What the figures rest on by any account, in the order of the list: exact first, unknown where an account does not say.
  let bases: [String]
  /// Which account gave the best figure of each kind.
  let because: [Reason]

  /// Fuses accounts that come in the order of preference.
  init(_ accounts: [Account]) {
    var told: [Verbatim: [(event: UInt64, points: Int, figure: Figure)]] = [:]
    for account in accounts {
      for (what, figure) in Figure.perWhat(account.leaf.counts) where !figure.isEmpty {
        told[what, default: []].append((account.event, account.grade.points, figure))
      }
    }
    figures = told.map { ($0.key, Figure.fused($0.value.map(\.figure))) }.sorted { $0.what < $1.what }
    byAccount = accounts.sorted { $0.event < $1.event }.compactMap { account in
      let told = account.leaf.counts.map(\.description)
      return told.isEmpty ? nil : "#\(account.event): " + told.joined(separator: ", ")
    }
    let said = Set(accounts.flatMap(\.leaf.counts).map { $0.basis ?? .unknown })
    bases = Basis.allCases.filter(said.contains).map(\.rawValue)
    because = told.sorted { $0.key < $1.key }.compactMap { what, accounts in
      accounts.first { $0.figure.best != nil }.map {
        Reason("A4-best-of-best-graded", [$0.event], points: $0.points, actors: [what.text])
      }
    }
  }

  /// The figure as a cell; `none` when no account gives one.
  func cell(_ what: String) -> Cell {
    guard let figure = figures.first(where: { $0.what == Verbatim(what) })?.figure else { return .none }
    return .range(min: figure.min, best: figure.best, max: figure.max)
  }

  /// All other figures as text, for example `displaced 200 [150–?]`.
  func others(than shown: [String]) -> [String] {
    figures.filter { !shown.map(Verbatim.init).contains($0.what) }.map {
      $0.what.text + " " + Cell.range(min: $0.figure.min, best: $0.figure.best, max: $0.figure.max).description
    }
  }
}

extension Event {
  /// The figures that it gives.
  var counts: [Count] {
    switch payload {
    case .attack(let attack): attack.counts
    case .abuse(let abuse): abuse.counts
    default: []
    }
  }
}

extension Figure {
  /// A count as recorded; an exact figure is its own minimum and maximum.
  init(_ count: Count) {
    self.init(min: count.min.map(Int.init), best: count.best.map(Int.init), max: count.max.map(Int.init))
    if count.basis == .exact, let best {
      min = min ?? best
      max = max ?? best
    }
  }

  /// The figures of one account by what they count: the one that is not broken down, else the sum over classes of people,
  /// else over sexes, else over ages; never over two breakdowns, which would count people twice.
  static func perWhat(_ counts: [Count]) -> [(Verbatim, Figure)] {
    var found: [Verbatim: [Int: Figure]] = [:]
    for count in counts {
      let breakdown = count.personClass != nil ? 1 : count.sex != nil ? 2 : count.age != nil ? 3 : 0
      let figure = Figure(count)
      let what = Verbatim(count.what)
      found[what, default: [:]][breakdown] = found[what]?[breakdown].map { $0 + figure } ?? figure
    }
    return found.sorted { $0.key < $1.key }.map { what, figures in
      (what, figures[0] ?? figures[1] ?? figures[2] ?? figures[3] ?? Figure())
    }
  }
}
