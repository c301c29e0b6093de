public import Vocabulary

extension References {
  /// The standing policies about protection, by the kind they are about; of several the last counts.
  public var protections: [Kind: Policy] {
    let prefix = Subject.named(.policy, Policy.Subject.protection.rawValue + "/").text
    var found: [Kind: Policy] = [:]
    for subject in standing.subjects(ReferenceFacts.name, prefix: prefix) {
      let key = String(subject.dropFirst(prefix.count))
      guard let kind = Kind(rawValue: key),
        case .policy(let policy)? = reference(.named(.policy, Policy.Subject.protection.rawValue + "/" + key)).last?
          .payload
      else { continue }
      found[kind] = policy
    }
    return found
  }
}
