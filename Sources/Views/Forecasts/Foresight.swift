import Vocabulary

/// Who holds a forecast, who passes it on, how likely they say it is, how sure they are, and by when.
struct Foresight {
  /// Who believes it, sorted.
  let holders: [String]
  /// Who passes it on, in the order of the accounts and from the nearest to the origin.
  let reporters: [String]
  /// The words of likelihood, the least likely first.
  let likelihoods: [Likelihood]
  /// The words of confidence, the surest first.
  let confidences: [String]
  /// The earliest horizon.
  let horizon: Deadline?
  let byAccount: [String]

  /// From the lower bound of the least likely word to the upper of the likeliest.
  var chance: Cell {
    guard let least = likelihoods.first, let most = likelihoods.last else { return .none }
    return .range(min: least.percent.lowerBound, best: nil, max: most.percent.upperBound)
  }

  init(_ matter: Matter, _ references: References) {
    var holders: Set<Verbatim> = []
    var passing: [Verbatim] = []
    var lines: [(UInt64, String)] = []
    for account in matter.accounts {
      let said = references.facts(Provenance.name, .event(account.event)).first?.leaf.attribution
      let holder = account.assessment?.holder ?? said?.holder ?? references.speaker(of: account.root)
      holders.insert(Verbatim(holder))
      for source in Foresight.sources(said, of: account, references) where source != Verbatim(holder) {
        if !passing.contains(source) { passing.append(source) }
      }
      let words = [account.assessment?.likelihood?.rawValue, account.assessment?.confidence.map { "confidence \($0)" }]
      lines.append(
        (account.event, (["#\(account.event): \(holder)"] + words.compactMap(\.self)).joined(separator: ", ")))
    }
    self.holders = holders.sorted().map(\.text)
    reporters = passing.map(\.text)
    let likelihoods = Set(matter.accounts.compactMap { $0.assessment?.likelihood })
    self.likelihoods = Likelihood.allCases.filter(likelihoods.contains)
    let confidences = Set(matter.accounts.compactMap { $0.assessment?.confidence })
    self.confidences = Confidence.allCases.filter(confidences.contains).map(\.rawValue)
    horizon = matter.accounts.compactMap { $0.assessment?.horizon.flatMap(Deadline.init) }
      .min { ($0.last ?? Day(number: .max)) < ($1.last ?? Day(number: .max)) }
    byAccount = lines.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The sources of the chain that do not themselves believe or assert it for lack of a further one; without a chain, who
  /// published the report.
  private static func sources(_ said: Attribution?, of account: Account, _ references: References) -> [Verbatim] {
    let chain = said?.chain ?? []
    guard !chain.isEmpty else {
      return [said?.reportPosition.flatMap { references.report($0)?.report.source }.map(Verbatim.init)]
        .compactMap(\.self)
    }
    return chain.filter { $0.role != .believes }.compactMap { $0.source.map(Verbatim.init) }
  }
}
