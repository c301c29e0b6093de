import Vocabulary

/// All that the root of a fact follows from.
enum RootKey: Hashable {
  /// The report it was read in, or the last entry of its chain of attribution, or both.
  case said(report: UInt64?, origin: Verbatim?)
  /// Neither: the event stands for itself alone.
  case event(UInt64)

  init(_ fact: StandingFact) {
    let origin = fact.origin.map(Verbatim.init)
    self = fact.report == nil && origin == nil ? .event(fact.event) : .said(report: fact.report, origin: origin)
  }
}

extension References {
  /// The way from one report to the report without parents.
  struct Trail {
    var path: [UInt64]
    var inferred: [UInt64]
    var base: UInt64 { path[path.count - 1] }
  }

  /// Where a fact comes from in the end.
  ///
  /// From the report it was read in through `derived-from` (a stated derivation before an inferred one) to the report
  /// without parents. When the chain of attribution ends with another source than that report's own, that source is the
  /// root; an unnamed one is a root of its own within that report. Without any report, the last source of the chain.
  public func root(of fact: StandingFact) -> Root { root(of: RootKey(fact)) }

  /// The same, from what it follows from.
  func root(of key: RootKey) -> Root {
    if case .event(let event) = key { return Root(origin: .event(event), inferred: [], path: []) }
    if let known = roots[key] { return known }
    let found = traced(key)
    roots[key] = found
    return found
  }

  private func traced(_ key: RootKey) -> Root {
    guard case .said(let report, let chain) = key else { return root(of: key) }
    let trail = report.map(trail(from:))
    let origin = origin(report, chain)
    if case .report(let position) = chain.flatMap({ chainOrigin($0) }) {
      let further = self.trail(from: position)
      guard let trail, !trail.path.contains(position) else {
        return Root(origin: origin, inferred: trail?.inferred ?? further.inferred, path: trail?.path ?? further.path)
      }
      return Root(origin: origin, inferred: trail.inferred + further.inferred, path: trail.path + further.path)
    }
    return Root(origin: origin, inferred: trail?.inferred ?? [], path: trail?.path ?? [])
  }

  /// What is at the end of the way, without the way.
  func origin(of key: RootKey) -> Root.Origin {
    switch key {
    case .event(let event): .event(event)
    case .said(let report, let chain): origin(report, chain)
    }
  }

  private func origin(_ report: UInt64?, _ chain: Verbatim?) -> Root.Origin {
    let base = report.map(base(from:))
    switch chain.flatMap({ chainOrigin($0) }) {
    case .report(let position):
      return .report(self.base(from: position))
    case .source(let key):
      if let base, let own = lead(base)?.source, Verbatim(own) == key { return .report(base) }
      return .source(key)
    case .anonymous(let people):
      return .anonymous(people, in: base)
    case nil:
      // An origin in words that no version of this program wrote stands for itself.
      return base.map { .report($0) } ?? .source(chain ?? Verbatim(""))
    }
  }

  /// Chains of attribution end with the same few sources again and again.
  private func chainOrigin(_ text: Verbatim) -> ChainOrigin? {
    if let known = chains[text] { return known }
    let found = ChainOrigin(text.text)
    chains[text] = .some(found)
    return found
  }

  /// Roots that may be one another are made one: a source named without its report, and a report by that source.
  ///
  /// The safe side: never count twice what may have been said once.
  public func independent(_ roots: some Sequence<Root.Origin>) -> [Root.Origin: Root.Origin] {
    let all = Set(roots)
    var bySource: [Verbatim: UInt64] = [:]
    for case .report(let position) in all {
      guard let key = lead(position)?.source else { continue }
      bySource[Verbatim(key)] = min(bySource[Verbatim(key)] ?? .max, position)
    }
    var merged: [Root.Origin: Root.Origin] = [:]
    for root in all {
      if case .source(let key) = root, let report = bySource[key] {
        merged[root] = .report(report)
      } else {
        merged[root] = root
      }
    }
    return merged
  }

  /// The report without parents that one leads to; most have none themselves.
  func base(from report: UInt64) -> UInt64 { UInt64(traced(report).position) }

  /// Follows `derived-from`; a circle, which the append rules make impossible, would end the way.
  func trail(from report: UInt64) -> Trail {
    if let known = trails[report] { return known }
    var trail = Trail(path: [report], inferred: [])
    var seen: Set<UInt64> = [report]
    while let parent = lead(trail.base)?.parents.first, seen.insert(parent.report).inserted {
      if parent.isInferred { trail.inferred.append(trail.base) }
      trail.path.append(parent.report)
    }
    trails[report] = trail
    return trail
  }
}
