internal import Leaf
public import Vocabulary

extension Presence {
  public static let kinds: Set<Kind> = [.claimPresence, .claimControl, .withdrawal, .claimStatement, .attack, .abuse]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    switch kind {
    case .claimPresence: break
    case .claimControl: guard event.says("content", "hold", "gain") else { return }
    case .withdrawal: guard event.says("phase", "begun", "completed", "mandate-ended", "reversed") else { return }
    case .claimStatement: guard event.says("act", "positions-itself") else { return }
    case .attack: guard !isFromAfar(event) else { return }
    case .abuse: guard !event.says("status", "concern") else { return }
    default: return
    }
    let place = event.placeObject.flatMap { event.text("id", in: $0) ?? event.text("name", in: $0) }
    if let place { sink.state(.text(place), during: event, .incident) }
    guard kind == .claimPresence, let from = event.text("from_place") else { return }
    if let place, event.document.areEqual(place, from) { return }
    sink.state(.text(from), during: event, .incident)
  }

  private static func isFromAfar(_ event: Event) -> Bool {
    event.says("mode", "remote", "shelling", "air-strike", "drone-strike")
      || event.says("mode", "ied", "landmine", "suicide-bombing")
  }
}
