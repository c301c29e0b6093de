/// Which computations looked something up, so that they are made again when it changes.
struct Dependents<Node: Hashable> {
  private var reads: [Node: Reads] = [:]
  private var byKey: [FactKey: Set<Node>] = [:]
  private var byPrefix: [FactKey: Set<Node>] = [:]

  /// Notes what a computation looked up, in place of what it looked up before.
  mutating func set(_ node: Node, _ new: Reads) {
    remove(node)
    reads[node] = new
    for key in new.keys { byKey[key, default: []].insert(node) }
    for prefix in new.prefixes { byPrefix[prefix, default: []].insert(node) }
  }

  /// Forgets a computation.
  mutating func remove(_ node: Node) {
    guard let old = reads.removeValue(forKey: node) else { return }
    for key in old.keys { Dependents.take(node, from: &byKey, key) }
    for prefix in old.prefixes { Dependents.take(node, from: &byPrefix, prefix) }
  }

  /// Everything that looked up one of these, or a list that one of these is in.
  func touched(by keys: Set<FactKey>) -> Set<Node> {
    var nodes: Set<Node> = []
    for key in keys {
      if let found = byKey[key] { nodes.formUnion(found) }
      for (prefix, found) in byPrefix
      where prefix.projection == key.projection && key.subject.utf8.starts(with: prefix.subject.utf8) {
        nodes.formUnion(found)
      }
    }
    return nodes
  }

  private static func take(_ node: Node, from index: inout [FactKey: Set<Node>], _ key: FactKey) {
    index[key]?.remove(node)
    if index[key]?.isEmpty == true { index[key] = nil }
  }
}
