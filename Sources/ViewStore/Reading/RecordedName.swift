internal import Vocabulary

/// One name under which a recorded actor, place, source or agreement is found.
struct RecordedName: Hashable {
  var namespace: Namespace
  /// The name, folded.
  var folded: [UInt8]
  /// The id of the entry.
  var id: String

  /// The names that an event records; an id counts as a name of itself.
  static func all(_ payload: Payload) -> [RecordedName] {
    let (namespace, id, names): (Namespace, String, [String])
    switch payload {
    case .actor(let actor): (namespace, id, names) = (.actor, actor.key, [actor.name] + actor.aliases.map(\.name))
    case .place(let place): (namespace, id, names) = (.place, place.key, [place.name] + place.aliases.map(\.name))
    case .source(let source): (namespace, id, names) = (.source, source.key, [source.name] + source.aliases)
    case .claimAgreement(let claim): (namespace, id, names) = (.agreement, claim.agreement, [])
    default: return []
    }
    let folded = Set(([id] + names).map(Folding.fold)).filter { !$0.isEmpty }
    return folded.map { RecordedName(namespace: namespace, folded: $0, id: id) }
  }
}

extension Namespace {
  /// The number in `name.namespace`.
  var code: Int64 {
    switch self {
    case .actor: 1
    case .place: 2
    case .source: 3
    case .agreement: 4
    }
  }
}
