internal import Leaf
public import Vocabulary

extension Actors {
  public static let kinds: Set<Kind> = [.claimRelation, .actor, .attack]

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    switch kind {
    case .claimRelation: claim(event, into: &sink)
    case .actor: entry(event, into: &sink)
    case .attack: attack(event, into: &sink)
    default: break
    }
  }

  private static func claim(_ event: Event, into sink: inout FactSink) {
    guard let actor = event.text("actor"), let other = event.text("other") else { return }
    let bounds = sink.bounds(of: event)
    for end in event.document.areEqual(actor, other) ? [actor] : [actor, other] {
      sink.write(.text(end), from: bounds?.earliest, to: bounds?.latest, event) { pen in
        var body = BodyWriter()
        body.text("actor", at: actor, of: event.document, to: &pen)
        body.word("as", "claim", to: &pen)
        body.flag("ends", bounds?.ends ?? false, to: &pen)
        body.flag("imprecise", bounds?.precision == .imprecise, to: &pen)
        body.text("other", at: other, of: event.document, to: &pen)
        body.text("relation", at: event.text("relation"), of: event.document, to: &pen)
        body.end(&pen)
      }
    }
  }

  /// A parent in the register is filed under both, so that a parent knows its parts.
  private static func entry(_ event: Event, into sink: inout FactSink) {
    guard case .actor(let entry) = event.payload, let actor = event.text("key"), let parent = event.text("parent")
    else {
      return
    }
    for end in [actor, parent] {
      sink.write(.text(end), from: entry.from?.first, to: entry.to?.last, event) { pen in
        var body = BodyWriter()
        body.text("actor", at: actor, of: event.document, to: &pen)
        body.word("as", "register", to: &pen)
        body.text("other", at: parent, of: event.document, to: &pen)
        body.word("relation", "part-of", to: &pen)
        body.end(&pen)
      }
    }
  }

  /// Hostility with a direction: from perpetrators to victims and targets who are actors of their own. Sides of a fight and
  /// mere participants have no direction, and whoever is only suspected did not show it.
  private static func attack(_ event: Event, into sink: inout FactSink) {
    var (by, on) = (Places(), Places())
    event.forEach(in: Int(event.places.parties)) { party in
      guard let role = event.text("role", in: party), let actor = event.text("actor", in: party) else { return }
      if event.isOne(role, "perpetrator") {
        if let certainty = event.text("certainty", in: party), event.isOne(certainty, "suspected", "unknown") { return }
        by.add(actor, of: event)
      } else if event.isOne(role, "victim", "target") {
        on.add(actor, of: event)
      }
    }
    guard !by.isEmpty, !on.isEmpty else { return }
    var ends = by
    for index in 0..<on.count { ends.add(on[index], of: event) }
    let bounds = sink.bounds(of: event)
    for index in 0..<ends.count {
      sink.write(.text(ends[index]), from: bounds?.earliest, to: bounds?.latest, event) { pen in
        var body = BodyWriter()
        body.word("as", "attack", to: &pen)
        body.list("by", by, of: event.document, to: &pen)
        body.list("on", on, of: event.document, to: &pen)
        body.end(&pen)
      }
    }
  }
}

extension Places {
  /// Adds a text that is not yet among them.
  @inline(__always)
  mutating func add(_ place: Int, of event: Event) {
    for index in 0..<count where event.document.areEqual(self[index], place) { return }
    append(place)
  }
}
