internal import Leaf
public import Vocabulary

extension Presence {
  public static let kinds: Set<Kind> = [.claimPresence, .withdrawal, .claimStatement, .attack, .abuse]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    switch kind {
    case .claimPresence: break
    case .withdrawal: guard event.says("phase", "begun", "completed", "mandate-ended", "reversed") else { return }
    case .claimStatement: guard event.says("act", "positions-itself") else { return }
    case .attack: guard !isFromAfar(event) else { return }
    case .abuse: guard !event.says("status", "concern"), !event.isSexualViolence else { return }
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

extension Event {
  /// Whether it is an abuse that is conflict-related sexual violence, by its flag, an act or a form.
  var isSexualViolence: Bool {
    guard kind == .abuse, places.payload != 0 else { return false }
    if field("crsv").map(document.isTrue) ?? false { return true }
    var isSo = false
    forEach(in: field("acts")) { act in
      guard document.isObject(act) else { return }
      if document.member(act, "form") != nil { isSo = true }
      if let word = text("act", in: act), document.isText(word, "sexual-violence") { isSo = true }
    }
    return isSo
  }
}
