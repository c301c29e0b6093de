import Leaf
import Views
import Vocabulary

/// The standing of events by the rules alone, computed from nothing for every question: no rectangles, no store.
///
/// For a known time (K events, public day P): an event's version has the changes of all standing corrections in order; it
/// is visible when the publication of that version is not after P; it stands when no standing retraction aims at it. Days
/// of publication are those of the report's version with all corrections that the ledger knows.
struct PlainModel {
  let entries: [Entry]

  /// How many events are known, and the number of the public day; `nil` when publication does not matter.
  struct Time: Hashable {
    var known: Int
    var day: Int?
  }

  private static let always = -1
  private static let never = 1_000_000

  /// The version of an event, with the last correction in it.
  func version(_ event: Int, at time: Time) -> (entry: Entry, by: Int?) {
    var entry = entries[event]
    var last: Int?
    for other in entries.indices.prefix(time.known) where entries[other].corrects == event && stands(other, at: time) {
      entry = entry.applying(version(other, at: time).entry.changes)
      last = other
    }
    return (entry, last)
  }

  /// The day from which the public could know a version.
  func publication(_ entry: Entry, of event: Int, known: Int) -> Int {
    let ledger = Time(known: known, day: nil)
    if entry.kind == "report" { return version(event, at: ledger).entry.published ?? PlainModel.never }
    if let report = entry.report { return version(report, at: ledger).entry.published ?? PlainModel.never }
    return entry.isReference ? PlainModel.always : PlainModel.never
  }

  func stands(_ event: Int, at time: Time) -> Bool {
    guard event < time.known else { return false }
    let version = version(event, at: time).entry
    if let day = time.day, publication(version, of: event, known: time.known) > day { return false }
    return !entries.indices.prefix(time.known).contains {
      entries[$0].retracts.contains(event) && stands($0, at: time)
    }
  }

  /// Everything that stands.
  func facts(at time: Time) -> [StandingFact] {
    var facts: [StandingFact] = []
    var sink = FactSink()
    for event in entries.indices.prefix(time.known) where stands(event, at: time) {
      let (entry, by) = version(event, at: time)
      guard let document = try? Document(entry.leaf.bytes, as: .canonical) else { continue }
      let read = Event(document)
      let stamp = Stamp(read, read.payload)
      Views.map(read, at: UInt64(event), into: &sink)
      facts += sink.facts.map { fact in
        StandingFact(
          event: UInt64(event), versionBy: by.map { UInt64($0) }, knownFrom: UInt64(by ?? event), publicFrom: nil,
          fact: fact, report: stamp.report, origin: stamp.origin?.text, grade: stamp.grade)
      }
    }
    return facts
  }
}
