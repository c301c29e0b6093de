internal import Leaf
public import Vocabulary

extension Event {
  /// Whether it is an abuse that is conflict-related sexual violence, by its flag, an act or a form.
  public var isSexualViolence: Bool {
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

  /// What it says, in one line, as exactly as the level allows.
  public func summary(shown disclosure: DisclosureLevel) -> String {
    disclosure == .region && isSexualViolence ? summaryWithoutPlace : summary
  }
}

extension References {
  /// Whether what an event says, or what it says about an earlier one, must not be shown in its own words at this level.
  public func isGuarded(_ event: UInt64) -> Bool {
    guard disclosure == .region else { return false }
    return facts(Abuses.name, .event(event)).contains { $0.leaf.isSexualViolence }
      || ended(Abuses.name, .event(event)).contains { $0.was.leaf.isSexualViolence }
  }
}
