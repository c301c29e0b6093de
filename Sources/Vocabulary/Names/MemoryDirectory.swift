/// A directory held in memory: for tests, for the events of a batch that are not appended yet, for small ledgers.
public struct MemoryDirectory: Directory {
  private struct Key: Hashable {
    let namespace: Namespace
    let name: [UInt8]
  }

  private var byID: [Key: [DirectoryEntry]] = [:]
  private var byName: [Key: [DirectoryEntry]] = [:]
  private var order: [Namespace: [String]] = [:]

  public init() {}

  /// Learns the entry that an event records: an actor, a place, a source, or an agreement that it speaks of.
  public mutating func learn(_ event: Event) {
    switch event.payload {
    case .actor(let actor):
      insert(
        DirectoryEntry(
          id: actor.key, names: [actor.name] + actor.aliases.map(\.name), from: actor.from?.first, to: actor.to?.last,
          detail: actor.type), in: .actor)
    case .place(let place):
      insert(
        DirectoryEntry(
          id: place.key, names: [place.name] + place.aliases.map(\.name), from: place.from?.first, to: place.to?.last,
          detail: place.parent.map { "\(place.level) in \($0)" } ?? place.level), in: .place)
    case .source(let source):
      insert(
        DirectoryEntry(
          id: source.key, names: [source.name] + source.aliases, detail: source.sourceClass?.rawValue ?? ""),
        in: .source)
    case .claimAgreement(let claim):
      if !knows(claim.agreement, in: .agreement) {
        insert(DirectoryEntry(id: claim.agreement, names: []), in: .agreement)
      }
    default: break
    }
  }

  /// Adds an entry.
  public mutating func insert(_ entry: DirectoryEntry, in namespace: Namespace) {
    let id = Key(namespace: namespace, name: Array(entry.id.utf8))
    if byID[id, default: []].contains(entry) { return }
    byID[id, default: []].append(entry)
    for folded in Set(([entry.id] + entry.names).map(Folding.fold)) where !folded.isEmpty {
      byName[Key(namespace: namespace, name: folded), default: []].append(entry)
    }
    order[namespace, default: []] += [entry.id] + entry.names
  }

  public func knows(_ id: String, in namespace: Namespace) -> Bool {
    byID[Key(namespace: namespace, name: Array(id.utf8))] != nil
  }

  public func entries(named written: String, folded: [UInt8], in namespace: Namespace) -> [DirectoryEntry] {
    let withID = byID[Key(namespace: namespace, name: Array(written.utf8))] ?? []
    return withID.isEmpty ? byName[Key(namespace: namespace, name: folded)] ?? [] : withID
  }

  public func names(in namespace: Namespace) -> [String] { order[namespace] ?? [] }
}
