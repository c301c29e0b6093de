import Vocabulary

/// What an event speaks of: the same kind of thing about the same actor in the same place.
struct Topic: Hashable {
  let kind: Verbatim
  let actor: Verbatim?
  let place: Verbatim?

  init(_ leaf: Event) {
    kind = Verbatim(leaf.kindText)
    place = leaf.place?.id.map(Verbatim.init)
    actor = Topic.actor(leaf).map(Verbatim.init)
  }

  private static func actor(_ leaf: Event) -> String? {
    switch leaf.payload {
    case .claimControl(let claim): claim.actor
    case .claimPresence(let claim): claim.actor
    case .claimRelation(let claim): claim.actor
    case .claimStatement(let claim): claim.speaker
    case .withdrawal(let withdrawal): withdrawal.provider
    case .claimCondition(let claim): claim.condition
    case .claimAgreement(let claim): claim.provision ?? claim.agreement
    case .claimAssessment(let claim): claim.content?.rawValue
    default: leaf.parties.first?.actor
    }
  }
}
