internal import Leaf
public import Vocabulary

extension Control {
  public static let kinds: Set<Kind> = [.claimControl, .claimPresence, .withdrawal, .attack, .abuse]

  /// Fights and presence are asked for within windows of weeks, of a war of years.
  public static let filesByMonth = true

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    switch kind {
    case .claimControl: claim(event, into: &sink)
    case .claimPresence: presence(event, into: &sink)
    case .withdrawal: withdrawal(event, into: &sink)
    case .attack: attack(event, into: &sink)
    case .abuse: abuse(event, into: &sink)
    default: break
    }
  }

  private static func claim(_ event: Event, into sink: inout FactSink) {
    guard let place = event.placeObject, let content = event.field("content"), let act = act(ofClaim: content, event)
    else { return }
    var body = ControlBody(act)
    body.actors.append(event.text("actor") ?? Places.emptyText)
    body.from = event.text("from")
    body.extent = extent(event.text("extent"), event) ?? extent(event.text("extent", in: place), event)
    body.isPart = body.extent == nil && event.document.isText(content, "extent-change")
    state(body, event, place, into: &sink)
  }

  private static func presence(_ event: Event, into sink: inout FactSink) {
    guard let place = event.placeObject, case .claimPresence(let claim) = event.payload, let content = claim.content,
      content != .posture
    else { return }
    var body = ControlBody(content == .depart ? .departure : .presence)
    body.actors.append(event.text("actor") ?? Places.emptyText)
    state(body, event, place, into: &sink)
  }

  private static func withdrawal(_ event: Event, into sink: inout FactSink) {
    guard let place = event.placeObject, case .withdrawal(let withdrawal) = event.payload else { return }
    switch withdrawal.phase {
    case .begun, .completed, .mandateEnded: break
    default: return
    }
    var body = ControlBody(.withdrawal)
    body.actors.append(event.text("provider") ?? Places.emptyText)
    event.forEach(in: event.field("except")) { if event.document.isString($0) { body.exceptions.append($0) } }
    state(body, event, place, into: &sink)
  }

  private static func attack(_ event: Event, into sink: inout FactSink) {
    guard let place = event.placeObject else { return }
    var body = ControlBody(act(ofAttack: event))
    addParties(of: event, to: &body)
    if !body.actors.isEmpty { state(body, event, place, into: &sink) }
  }

  private static func abuse(_ event: Event, into sink: inout FactSink) {
    guard let place = event.placeObject, !event.says("status", "concern") else { return }
    var body = ControlBody(.presence)
    body.isGuarded = event.isSexualViolence
    addParties(of: event, to: &body)
    event.forEach(in: event.field("acts")) { act in
      if isSure(event, act), let actor = event.text("perpetrator", in: act) { body.add(actor, of: event) }
    }
    if !body.actors.isEmpty { state(body, event, place, into: &sink) }
  }

  @inline(__always)
  private static func state(_ body: ControlBody, _ event: Event, _ place: Int, into sink: inout FactSink) {
    guard let subject = event.text("id", in: place) ?? event.text("name", in: place) else { return }
    let bounds = sink.bounds(of: event)
    let month = body.act.passes ? Month(from: bounds?.earliest, to: bounds?.latest) : nil
    let filing = month.map { Filing.monthly(subject, $0) } ?? .text(subject)
    sink.write(filing, from: bounds?.earliest, to: bounds?.latest, event) { pen in
      body.write(event.document, bounds, to: &pen)
    }
  }

  /// The act that a content of `claim.control` is; compared by bytes, for it is asked of every such event of a replay.
  private static func act(ofClaim content: Int, _ event: Event) -> ControlFact.Act? {
    if event.isOne(content, "hold", "extent-change") { return .hold }
    if event.document.isText(content, "gain") { return .gain }
    if event.document.isText(content, "lose") { return .lose }
    if event.document.isText(content, "deny") { return .deny }
    return event.document.isText(content, "contest") ? .contest : nil
  }

  /// The place of an extent, when it is a word of the list.
  private static func extent(_ place: Int?, _ event: Event) -> Int? {
    guard let place, let word = event.document.element(at: place).string else { return nil }
    return Extent(rawValue: word) == nil ? nil : place
  }

  /// Fighting between the armed is battle or fire from afar; whatever is done to civilians shows presence, never control (R6).
  private static func act(ofAttack event: Event) -> ControlFact.Act {
    if event.says("target", "civilians", "community", "aid-workers") { return .presence }
    if event.says("mode", "battle", "ambush", "raid") { return .battle }
    if event.says("mode", "remote", "shelling", "air-strike", "drone-strike") { return .remote }
    return event.says("mode", "ied", "landmine", "suicide-bombing") ? .remote : .presence
  }

  /// Adds who took part: perpetrators and, in a fight, participants and both sides; not those who are only suspected.
  @inline(__always)
  private static func addParties(of event: Event, to body: inout ControlBody) {
    event.forEach(in: Int(event.places.parties)) { party in
      guard let role = event.text("role", in: party), isSure(event, party) else { return }
      let counts =
        event.document.isText(role, "perpetrator")
        || body.act != .presence && event.isOne(role, "participant", "side-a", "side-b")
      if counts, let actor = event.text("actor", in: party) { body.add(actor, of: event) }
    }
  }

  /// Whether it is not only suspected who it was.
  @inline(__always)
  private static func isSure(_ event: Event, _ object: Int) -> Bool {
    guard let certainty = event.text("certainty", in: object) else { return true }
    return !event.isOne(certainty, "suspected", "unknown")
  }
}
