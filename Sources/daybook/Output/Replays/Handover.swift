import ViewStore
import Views
import Vocabulary

/// A place that changed hands between two pictures: from whom, to whom, on whose word.
struct Handover {
  /// The day of the later picture.
  var day: Day
  /// The key of the row.
  var place: String
  /// Its name on that day.
  var name: String
  var was: Holding
  var now: Holding
  /// What entered, and who says so.
  var words: [Word]
  /// Events that the place no longer rests on.
  var left: [UInt64]
  /// The rules of the new picture, for a change that no new event made: evidence ran out, or a fight was too long ago.
  var rules: [String]

  /// One event and where it comes from.
  struct Word {
    var event: UInt64
    /// The source that says so.
    var source: String
    /// The root in words: the source or report it comes from in the end.
    var root: String
    /// The root as rows count it, for example `report:12`.
    var rootID: String
  }

  /// The changes of hands between the picture of a day and the one before.
  static func all(from before: Reading, to sample: Sampling.Sample, _ asking: Asking) throws -> [Handover] {
    let (old, new) = (before.answer, sample.reading.answer)
    var earlier: [Verbatim: Row] = [:]
    for row in old.rows { earlier[Verbatim(row.key)] = row }
    let snapshot = try asking.views.snapshot(
      at: Moment(known: sample.reading.size, published: sample.reading.answer.published))
    let references = References(snapshot)
    var found: [Handover] = []
    for row in new.rows {
      let past = earlier.removeValue(forKey: Verbatim(row.key))
      let (was, now) = (past.map { Holding($0, old.columns) } ?? .unknown, Holding(row, new.columns))
      guard was.hands != now.hands else { continue }
      let (had, has) = (Set(past?.events ?? []), Set(row.events))
      found.append(
        Handover(
          day: sample.day, place: row.key, name: new.cell("name", of: row).description, was: was, now: now,
          words: has.subtracting(had).sorted().map { word($0, references) }, left: had.subtracting(has).sorted(),
          rules: row.because.map(\.rule)))
    }
    for row in old.rows where earlier[Verbatim(row.key)] != nil {
      let was = Holding(row, old.columns)
      guard was.hands != Holding.unknown.hands else { continue }
      found.append(
        Handover(
          day: sample.day, place: row.key, name: old.cell("name", of: row).description, was: was, now: .unknown,
          words: [], left: row.events, rules: []))
    }
    if let failure = snapshot.failure { throw failure }
    return found
  }

  /// Who says what an event says.
  private static func word(_ event: UInt64, _ references: References) -> Word {
    let subject = Subject.event(event)
    guard let fact = references.facts(Provenance.name, subject).last else {
      return Word(event: event, source: "", root: "", rootID: "")
    }
    let root = references.root(of: fact)
    let publisher = fact.report.flatMap(references.report)?.report.source
    return Word(
      event: event, source: publisher.map { name($0, references) } ?? "", root: name(root.origin, references),
      rootID: root.text)
  }

  private static func name(_ source: String, _ references: References) -> String {
    references.source(source)?.source.name ?? source
  }

  private static func name(_ origin: Root.Origin, _ references: References) -> String {
    switch origin {
    case .report(let position):
      references.report(position).map { "\(name($0.report.source, references)) (#\(position))" } ?? "#\(position)"
    case .source(let key): name(key.text, references)
    case .anonymous(let people, let report): "unnamed: \(people.text)" + (report.map { " (in #\($0))" } ?? "")
    case .event(let position): "#\(position) alone"
    }
  }
}

extension Handover {
  /// On whose word, one line for each event: `#243 UN panel, from OCHA (#12)`.
  var told: [String] {
    let lines = words.map { word in
      let isOwn = word.root.isEmpty || word.root.utf8.starts(with: word.source.utf8) && !word.source.isEmpty
      return
        "#\(word.event) \(isOwn ? word.root : word.source.isEmpty ? word.root : "\(word.source), from \(word.root)")"
    }
    guard lines.isEmpty else { return lines }
    let gone = left.isEmpty ? "" : "; no longer counts: " + left.map { "#\($0)" }.joined(separator: " ")
    return ["no new word" + (rules.isEmpty ? "" : ": " + rules.joined(separator: ", ")) + gone]
  }

  var json: JSONText {
    .object([
      ("place", .string(place)), ("name", .string(name)), ("from", was.json), ("to", now.json),
      (
        "words",
        .array(
          words.map {
            .object([
              ("event", .position($0.event)), ("source", .string($0.source)), ("root", .string($0.rootID)),
              ("root_name", .string($0.root)),
            ])
          })
      ), ("left", .positions(left)), ("rules", .texts(rules)),
    ])
  }
}

extension Holding {
  var json: JSONText {
    .object([
      ("status", .string(status)), ("actors", .texts(actors)), ("part", .text(part)), ("stale", .boolean(isStale)),
    ])
  }
}
