public import Vocabulary

extension Security {
  public static func map(_ event: Event, _ payload: Payload, into sink: inout FactSink) {
    switch payload {
    case .withdrawal: break
    case .claimCondition(let claim): guard claim.condition == "vacuum" else { return }
    case .claimStatement(let claim): guard claim.act == .positionsItself else { return }
    case .claimPresence(let claim):
      switch claim.content {
      case .exploit, .govern: break
      default: guard event.parties.contains(where: { $0.role == "provider" }) else { return }
      }
    default: return
    }
    guard let place = event.place, let subject = place.id ?? place.name else { return }
    sink.state(.id(subject), during: event, Member.incident)
  }
}
