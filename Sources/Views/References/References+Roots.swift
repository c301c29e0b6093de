import Vocabulary

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
  public func root(of fact: StandingFact) -> Root {
    let trail = fact.report.map(trail(from:))
    let origin: Root.Origin
    switch fact.origin.flatMap(ChainOrigin.init) {
    case .report(let position):
      let further = self.trail(from: position)
      guard let trail, !trail.path.contains(position) else {
        return Root(
          origin: .report(further.base), inferred: trail?.inferred ?? further.inferred,
          path: trail?.path ?? further.path)
      }
      return Root(
        origin: .report(further.base), inferred: trail.inferred + further.inferred, path: trail.path + further.path)
    case .source(let key):
      if let base = trail?.base, let own = report(base)?.report.source, Verbatim(own) == key {
        origin = .report(base)
      } else {
        origin = .source(key)
      }
    case .anonymous(let people):
      origin = .anonymous(people, in: trail?.base)
    case nil:
      origin = trail.map { .report($0.base) } ?? .event(fact.event)
    }
    return Root(origin: origin, inferred: trail?.inferred ?? [], path: trail?.path ?? [])
  }

  /// Roots that may be one another are made one: a source named without its report, and a report by that source.
  ///
  /// The safe side: never count twice what may have been said once.
  public func independent(_ roots: some Sequence<Root.Origin>) -> [Root.Origin: Root.Origin] {
    let all = Set(roots)
    var bySource: [Verbatim: UInt64] = [:]
    for case .report(let position) in all {
      guard let key = report(position)?.report.source else { continue }
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

  /// Follows `derived-from`; a circle, which the append rules make impossible, would end the way.
  func trail(from report: UInt64) -> Trail {
    if let known = origins[report] { return known }
    var trail = Trail(path: [report], inferred: [])
    var seen: Set<UInt64> = [report]
    while let parent = self.report(trail.base)?.parents.first, seen.insert(parent.report).inserted {
      if parent.isInferred { trail.inferred.append(trail.base) }
      trail.path.append(parent.report)
    }
    origins[report] = trail
    return trail
  }
}
