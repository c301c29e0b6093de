import Vocabulary

/// One event in an English sentence without its full stop, from its typed fields alone.
///
/// It says no more than the event does: a gap is named as one, a class of people is not made an actor, and the place of
/// conflict-related sexual violence is never told below the first-level region.
struct Prose {
  let leaf: Event
  let scope: BriefScope

  init(_ leaf: Event, _ scope: BriefScope) {
    self.leaf = leaf
    self.scope = scope
  }

  /// The sentence.
  var text: String {
    let words =
      switch leaf.payload {
      case .attack(let attack): told(attack)
      case .abuse(let abuse): told(abuse)
      case .withdrawal(let withdrawal): told(withdrawal)
      case .claimControl(let claim): told(claim)
      case .claimPresence(let claim): told(claim)
      case .claimAgreement(let claim): told(claim)
      case .claimRelation(let claim): told(claim)
      case .claimContest(let claim): told(claim)
      case .claimCondition(let claim): told(claim)
      case .claimStatement(let claim): told(claim)
      case .claimAssessment(let claim): told(claim)
      case .claimCall(let claim): told(claim)
      default: leaf.summary
      }
    return Prose.capital(words)
  }

  static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// A code in words: `summary-execution` is "summary execution".
  static func words(_ code: String) -> String { code.replacing("-", with: " ") }

  /// Words with commas and a last "and".
  static func list(_ words: [String]) -> String {
    words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }
}

extension Prose {
  /// The day by which names are chosen.
  var day: Day { leaf.occurred?.latest ?? leaf.occurred?.earliest ?? scope.to }

  /// What an actor is called, with how sure it is that it was the one.
  func actor(_ key: String) -> String {
    let name = name(key)
    let certainty = leaf.parties.first { $0.actor.map(Verbatim.init) == Verbatim(key) }?.certainty
    guard let certainty, certainty != .named else { return name }
    return "\(name) (\(certainty.rawValue))"
  }

  /// What an actor was called on the day of the event, else is called at the end of the period, else its key.
  func name(_ key: String) -> String {
    (scope.facts.actor(key, on: day) ?? scope.facts.actor(key, on: scope.to))?.name ?? key
  }

  /// The parties in a role, each once; `nil` when none is named.
  func parties(_ roles: String...) -> String? {
    var names: [Verbatim] = []
    for party in leaf.parties where roles.contains(party.role) {
      guard let name = party.actor.map(actor) ?? party.name else { continue }
      if !names.contains(Verbatim(name)) { names.append(Verbatim(name)) }
    }
    return names.isEmpty ? nil : Prose.list(names.map(\.text))
  }

  /// The name of a place on the day of the event.
  func place(_ id: String) -> String { scope.facts.placeName(id, on: day) }

  /// The area spoken of, with how much of it; `nil` when none is named.
  var area: String? { area(extent: nil) }

  /// The area spoken of, where the payload says how much of it.
  func area(extent: Extent?) -> String? {
    guard let named = leaf.place, let name = named.id.map(place) ?? named.name else { return nil }
    return switch extent ?? named.extent {
    case .whole, nil: name
    case .most: "most of \(name)"
    case .part: "part of \(name)"
    case .rural: "the rural areas of \(name)"
    case .urban: "the towns of \(name)"
    case .road: "the road at \(name)"
    }
  }

  /// ` in Gao`; empty when no place is named.
  var inPlace: String { area.map { " in \($0)" } ?? "" }

  /// ` on 2023-08-03`, ` in 2023-06`, ` at some time up to 2023-08-25`; empty when nothing is said of it.
  var when: String {
    guard let period = leaf.occurred else { return "" }
    let from = period.earliest
    let to = period.latest
    switch (from, to) {
    case (let from?, let to?) where from == to: return " on \(from)"
    case (let from?, let to?):
      if !period.edtf.contains("/") { return " in \(period.edtf)" + (period.notAfter.map { " (up to \($0))" } ?? "") }
      return period.precision == .precise ? " from \(from) to \(to)" : " some time between \(from) and \(to)"
    case (nil, let to?): return period.precision == .precise ? " up to \(to)" : " at some time up to \(to)"
    case (let from?, nil): return " since \(from)"
    case (nil, nil): return ""
    }
  }
}
