import Vocabulary

/// What the register says of an actor on a day.
struct ActorProfile {
  private let key: String
  private let day: Day
  private let entries: [Dated<ActorEntry>]
  /// The entry that tells its names: the one in force, else the last that was.
  private let told: Dated<ActorEntry>?

  init(_ key: String, _ day: Day, _ references: References) {
    (self.key, self.day) = (key, day)
    entries = references.actorEntries(key)
    told = Dated.on(day, among: entries) ?? Dated.before(day, among: entries)
  }

  private var isInForce: Bool { Dated.on(day, among: entries) != nil }

  /// The row of the actor itself.
  func row(isKnown: Bool, _ references: References) -> Row {
    let status =
      if entries.isEmpty {
        isKnown ? "not in the register" : "unknown: no evidence"
      } else {
        isInForce ? "exists" : told == nil ? "not yet" : "ended"
      }
    let since = entries.contains { $0.from == nil } ? nil : entries.compactMap(\.from).min()
    var row = Row(
      key: key,
      cells: [
        .text(key), .text(references.actorName(key, on: day)), .none, .none, .none, .text(status), .none, Cell(since),
        Cell(status == "ended" ? told?.to : nil), .none, entries.isEmpty ? .none : .list(["register"]), .none, .none,
        Cell(told?.entry.type), .list(told?.entry.aliases.map(\.told) ?? []), .list(formerNames),
        .list(Array(references.lineage(of: key, on: day).dropFirst())),
      ])
    let relevant = told.map { [$0.event] } ?? entries.map(\.event)
    row.because = [
      entries.isEmpty ? Reason("V0-no-evidence") : Reason("V1-register", Set(relevant).sorted())
    ]
    row.ignore(
      references.ended(ReferenceFacts.name, .named(.actor, key)).map { Ignored($0.was.event, "R1", cause: $0.by) })
    row.complete(references)
    return row
  }

  /// Main names of entries that came into force before the one that is told, and that differ from it.
  private var formerNames: [String] {
    guard let told else { return [] }
    let earlier = entries.filter { ($0.from ?? Day(number: .min)) < (told.from ?? Day(number: .min)) }
    let names = Set(earlier.map { Verbatim($0.entry.name) }).subtracting([Verbatim(told.entry.name)])
    return names.sorted().map(\.text)
  }
}

extension Alias {
  /// The name with its language and script: `JNIM (en, Latn)`.
  fileprivate var told: String {
    let facts = [language, script].compactMap(\.self)
    return facts.isEmpty ? name : "\(name) (\(facts.joined(separator: ", ")))"
  }
}
