internal import Leaf
internal import Views
internal import Vocabulary

/// Some consecutive events, each with the rows it is recorded with, as SQLite stores them; made by any thread, recycled.
///
/// Only the public day is missing, since it depends on earlier events.
final class RecordedBatch {
  /// One event and where its rows lie.
  struct Recorded {
    var position: UInt64
    var publicity: Publicity
    /// For a report: the last day on which it can have been published.
    var published: Day?
    /// Where its row of `standing` lies in `bytes`.
    var standing: Range<Int>
    /// Where the four bytes of its public day lie in `bytes`.
    var day: Int
    /// Which of `facts` are its own.
    var facts: Range<Int>
  }

  /// What few events have.
  struct Rarity {
    var position: UInt64
    var names: [RecordedName]
    var effects: [(target: UInt64, kind: Effect.Kind)]
  }

  private(set) var events: [Recorded] = []
  private(set) var facts: [(row: Int64, record: Range<Int>)] = []
  private(set) var rarities: [Rarity] = []
  /// How many leaves could not be read or are of an unknown kind.
  private(set) var skipped: UInt64 = 0
  /// The rows, one behind the other.
  var bytes: [UInt8] = []
  private var document = Document()
  private var mapped = MappedEvent()
  private let subjects: KeySorter
  private let reports: KeySorter

  /// - Parameters:
  ///   - subjects: takes the keys of `fact_subject`.
  ///   - reports: takes the keys of `standing_report`.
  init(subjects: KeySorter, reports: KeySorter) { (self.subjects, self.reports) = (subjects, reports) }

  /// Reads and maps the events of a range in place of what was there.
  func fill(_ positions: Range<UInt64>, from log: any FollowedLog) throws {
    events.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    rarities.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    skipped = 0
    var next = positions.lowerBound
    try unsafe log.read(positions) { position, leaf in
      do {
        try unsafe document.parse(leaf, as: .trusted)
        mapped.read(Event(document), at: position)
        if !mapped.isRecognized { skipped += 1 }
      } catch {
        mapped.skip(position)
        skipped += 1
      }
      try record()
      next = position + 1
      return true
    }
    guard next == positions.upperBound else { throw LogEnded(expected: positions.upperBound, found: next) }
  }

  private func record() throws {
    let position = mapped.position
    guard position <= RowID.lastEvent, mapped.facts.entries.count <= RowID.facts else {
      throw ViewStoreError.tooLarge(event: position)
    }
    let standing = RowID.standing(event: position, number: 0)
    let (record, day) = bytes.append(standing: mapped.stamp, at: position)
    if let report = mapped.stamp?.report { try reports.add(report, row: standing) }
    let first = facts.count
    let sink = mapped.facts
    try unsafe sink.bytes.withUnsafeBytes { texts in
      for (number, entry) in sink.entries.enumerated() {
        let row = RowID.fact(standing: standing, number: number)
        facts.append((row, unsafe bytes.append(fact: entry, texts)))
        try unsafe subjects.add(
          UInt8(entry.projection), UnsafeRawBufferPointer(rebasing: texts[entry.subject]), row: row)
      }
    }
    events.append(
      Recorded(
        position: position, publicity: mapped.publicity, published: mapped.stamp?.published, standing: record, day: day,
        facts: first..<facts.count))
    if !mapped.names.isEmpty || !mapped.effects.isEmpty {
      rarities.append(Rarity(position: position, names: mapped.names, effects: mapped.effects))
    }
  }
}
