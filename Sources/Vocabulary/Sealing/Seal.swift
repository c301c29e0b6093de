public import Leaf

/// Turns a draft into a leaf: checks it, resolves names and references, adds what the ledger assigns, writes the
/// canonical bytes. Pure: the same draft in the same context gives the same bytes, so that a retry can be compared.
///
/// A draft that names no actor, place or source by anything but its id is written straight from its bytes; the result
/// does not differ.
///
/// - Throws: ``DraftError`` with everything that is wrong.
public func seal(_ draft: Document, in context: SealContext) throws(DraftError) -> SealedEvent {
  var walk = Walk(.draft, draft, directory: context.directory)
  walk.run()
  let findings = walk.findings
  guard findings.allSatisfy(\.isWarning) else { throw DraftError(findings.filter { !$0.isWarning }) }
  let sealed =
    if let plain = PlainSeal(draft, walk.needs, context) {
      SealedEvent(bytes: plain.bytes, id: plain.id, warnings: findings)
    } else {
      try sealResolving(draft.root, context, findings)
    }
  guard sealed.bytes.count <= Limits.leafBytes else {
    throw DraftError([
      Finding(
        path: "", problem: .tooLong, value: "\(sealed.bytes.count) bytes",
        allowed: "at most \(Limits.leafBytes) bytes; keep long texts as evidence and name their digest")
    ])
  }
  return sealed
}

/// The slow path: resolves over a tree of values.
func sealResolving(
  _ root: Element, _ context: SealContext, _ warnings: [Finding]
) throws(DraftError) -> SealedEvent {
  guard let kind = root.child("kind")?.string.flatMap(Kind.init) else { preconditionFailure("the draft was checked") }
  var resolver = Resolver(context, on: root.child("occurred").flatMap { Period($0) })
  var value = resolver.resolve(root.value, kind)
  guard resolver.findings.isEmpty else { throw DraftError(resolver.findings) }
  let id = value["id"].flatMap { if case .string(let text) = $0 { EventID(text) } else { nil } } ?? context.id
  value["id"] = .string(id.description)
  value["at"] = .string(context.at)
  value["by"] = .string(context.by)
  value["v"] = .integer(Event.version)
  return SealedEvent(bytes: value.encode(), id: id, warnings: warnings)
}
