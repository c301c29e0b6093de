public import Vocabulary

extension Security {
  public static let kinds: Set<Kind> = [.withdrawal, .claimCondition, .claimStatement, .claimPresence]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    switch kind {
    case .withdrawal: break
    case .claimCondition: guard event.says("condition", "vacuum") else { return }
    case .claimStatement: guard event.says("act", "positions-itself") else { return }
    case .claimPresence: guard event.says("content", "exploit", "govern") || hasProvider(event) else { return }
    default: return
    }
    guard let place = event.placeObject, let subject = event.text("id", in: place) ?? event.text("name", in: place)
    else { return }
    sink.state(.text(subject), during: event, .incident)
  }

  private static func hasProvider(_ event: Event) -> Bool {
    event.parties.contains { $0.role == "provider" }
  }
}
