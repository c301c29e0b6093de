internal import Views
internal import Vocabulary

/// The places whose rows can differ between two known times to the ledger, found from the events in between.
///
/// What an event states lies under its place; what is said of an event (a grade, a dispute, a link) concerns the place of
/// that event. An entry of a register that everything is looked up in, or an older report that was corrected, concerns
/// everywhere.
struct ConcernedPlaces {
  /// The places by id; `nil` when it can be anywhere.
  private(set) var places: Set<Verbatim>? = []

  /// A stretch of more events than this share of the ledger is compared whole.
  private static let share: UInt64 = 8
  /// What lies in more places than this is compared whole.
  private static let limit = 2_000

  private let start: UInt64
  private let sides: [References]
  private let touching: Touching
  private let placed: Set<String>
  private var waiting: [UInt64] = []
  private var seen: Set<UInt64> = []

  /// - Parameter sides: the two times, in any order.
  init(_ sides: (Snapshot, Snapshot)) throws {
    let known = [sides.0, sides.1].map { min($0.moment.known ?? $0.followed, $0.followed) }.sorted()
    start = known[0]
    self.sides = [References(sides.0), References(sides.1)]
    touching = try sides.1.touching()
    placed = Set(Views.all.filter { $0.reach == .places }.map { $0.name })
    guard known[1] - start <= sides.1.followed / ConcernedPlaces.share else {
      places = nil
      return
    }
    for position in start..<known[1] { wait(for: try touching.events(changedBy: position)) }
    while places != nil, let event = waiting.popLast() { try look(at: event) }
    spread()
  }

  private mutating func wait(for events: some Sequence<UInt64>) {
    for event in events where seen.insert(event).inserted { waiting.append(event) }
  }

  private mutating func look(at event: UInt64) throws {
    for key in try touching.keys(of: [event]) {
      if placed.contains(key.projection) {
        places?.insert(Verbatim(key.subject))
      } else if key.projection == ReferenceFacts.name {
        look(up: key.subject, of: event)
      }
    }
    for side in sides {
      wait(for: side.stances(of: event).flatMap { [$0.subject, $0.object, $0.by] })
    }
  }

  /// What a reference fact concerns.
  private mutating func look(up subject: String, of event: UInt64) {
    guard let colon = subject.utf8.firstIndex(of: 0x3A),
      let family = Subject.Family(rawValue: String(subject[..<colon]))
    else {
      places = nil
      return
    }
    let name = String(subject[subject.utf8.index(after: colon)...])
    switch family {
    case .place: places?.insert(Verbatim(name))
    case .child, .agreement, .answer, .effect: break
    case .report: if event < start { places = nil }
    case .grade, .dispute, .link, .redaction:
      if let target = UInt64(name) { wait(for: [target]) }
    case .source:
      let cited = sides.flatMap { $0.facts(Sources.name, .named(.source, name)).map(\.event) }
      if cited.count > ConcernedPlaces.limit { places = nil } else { wait(for: cited) }
    case .actor, .policy, .gazetteer: places = nil
    }
  }

  /// Adds what lies in these places, and what they lie in.
  private mutating func spread() {
    guard let near = places else { return }
    var all = near
    for side in sides {
      for place in near {
        all.formUnion((side.ancestorsEver(of: place.text) + side.descendantsEver(of: place.text)).map(Verbatim.init))
        guard all.count <= ConcernedPlaces.limit else {
          places = nil
          return
        }
      }
    }
    places = all
  }
}
