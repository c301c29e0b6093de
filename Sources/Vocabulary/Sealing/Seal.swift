public import Leaf

/// Turns a draft into a leaf: checks it, resolves names and references, adds what the ledger assigns, appends the
/// canonical bytes. Pure: the same draft in the same context gives the same bytes, so that a retry can be compared.
///
/// A draft that names no actor, place or source by anything but its id is written straight from its bytes; the result
/// does not differ.
///
/// - Parameter leaf: empty; what it holds after an error is of no use.
/// - Throws: ``DraftError`` with everything that is wrong.
public func seal(
  _ draft: Document, in context: SealContext, into leaf: inout [UInt8]
) throws(DraftError) -> SealedEvent {
  var walk = Walk(.draft, draft, in: context)
  walk.run()
  defer { context.giveBack(walk.takeNotes()) }
  guard walk.findings.allSatisfy(\.isWarning), let kind = walk.needs.kind else {
    throw DraftError(walk.findings.filter { !$0.isWarning })
  }
  let id =
    if let plain = PlainSeal.seal(draft, walk.needs, context, into: &leaf) { plain } else {
      try sealResolving(draft.root, kind, context, into: &leaf)
    }
  guard leaf.count <= Limits.leafBytes else {
    throw DraftError([
      Finding(
        path: "", problem: .tooLong, value: "\(leaf.count) bytes",
        allowed: "at most \(Limits.leafBytes) bytes; keep long texts as evidence and name their digest")
    ])
  }
  return SealedEvent(id: id, kind: kind, warnings: walk.findings, havePositions: walk.needs.havePositions)
}

/// The slow path: resolves over a tree of values.
func sealResolving(
  _ root: Element, _ kind: Kind, _ context: SealContext, into leaf: inout [UInt8]
) throws(DraftError) -> EventID {
  var resolver = Resolver(context, on: root.child("occurred").flatMap { Period($0) })
  var value = resolver.resolve(root.value, kind)
  guard resolver.findings.isEmpty else { throw DraftError(resolver.findings) }
  let id = value["id"].flatMap { if case .string(let text) = $0 { EventID(text) } else { nil } } ?? context.id
  value["id"] = .string(id.description)
  value["at"] = .string(context.at)
  value["by"] = .string(context.by)
  value["v"] = .integer(Event.version)
  leaf = value.encode()
  return id
}
