import Vocabulary

extension References {
  /// Who speaks at a root, for people: the key of the source, a class of unnamed people, or that it is not stated.
  func speaker(of root: Root.Origin) -> String {
    if let key = sourceKey(of: root) { return key }
    if case .anonymous(let people, _) = root { return "anonymous: " + people.text }
    return "not stated"
  }
}
