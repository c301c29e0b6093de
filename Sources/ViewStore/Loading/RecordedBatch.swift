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
    /// Where its row of `standing` lies.
    var standing: Range<Int>
    /// Where the four bytes of its public day lie.
    var day: Int
    /// Which of the facts are its own.
    var facts: Range<Int>
  }

  /// What few events have.
  struct Rarity {
    var position: UInt64
    var names: [RecordedName]
    var effects: [(target: UInt64, kind: Effect.Kind)]
  }

  /// What was read.
  struct Content {
    fileprivate(set) var events: [Recorded] = []
    /// Where their rows of `fact` lie.
    fileprivate(set) var facts: [Range<Int>] = []
    fileprivate(set) var rarities: [Rarity] = []
    /// How many leaves could not be read or are of an unknown kind.
    fileprivate(set) var skipped: UInt64 = 0
  }

  /// The rows, one behind the other.
  let memory = RecordMemory(capacity: 1 << 19)
  private(set) var content = Content()
  private var mapper: Mapper

  /// - Parameters:
  ///   - subjects: takes the keys of `fact_subject`.
  ///   - reports: takes the keys of `standing_report`.
  init(subjects: KeySorter, reports: KeySorter) { mapper = Mapper(subjects: subjects, reports: reports) }

  /// Reads and maps the events of a range in place of what was there.
  func fill(_ positions: Range<UInt64>, from log: any FollowedLog) throws {
    memory.clear()
    content.clear()
    let memory = memory
    var next = positions.lowerBound
    // Out of the object while it is filled, so that nothing has to check who else uses it.
    var (content, mapper) = (Content(), mapper.taken())
    swap(&content, &self.content)
    defer {
      swap(&content, &self.content)
      swap(&mapper, &self.mapper)
    }
    try unsafe log.read(positions) { position, leaf in
      try unsafe mapper.read(leaf, at: position, into: &content, memory)
      next = position + 1
      return true
    }
    guard next == positions.upperBound else { throw LogEnded(expected: positions.upperBound, found: next) }
  }

  /// The keys of all events that were read, sorted, for `fact_subject` and `standing_report`.
  func finish() -> (subjects: [KeyRun], reports: [KeyRun]) { (mapper.subjects.finish(), mapper.reports.finish()) }
}

extension RecordedBatch.Content {
  fileprivate mutating func clear() {
    events.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    rarities.removeAll(keepingCapacity: true)
    skipped = 0
  }
}

extension RecordedBatch {
  /// Reads one event after the other.
  private struct Mapper {
    var subjects: KeySorter
    var reports: KeySorter
    private var document = Document()
    private var mapped = MappedEvent()

    init(subjects: KeySorter, reports: KeySorter) { (self.subjects, self.reports) = (subjects, reports) }

    /// Moves everything out and leaves an empty one.
    mutating func taken() -> Mapper {
      var taken = Mapper(subjects: KeySorter(""), reports: KeySorter(""))
      swap(&taken, &self)
      return taken
    }

    mutating func read(
      _ leaf: UnsafeRawBufferPointer, at position: UInt64, into content: inout Content, _ memory: RecordMemory
    ) throws {
      do {
        try unsafe document.parse(leaf, as: .trusted)
        mapped.read(Event(document), at: position)
        if !mapped.isRecognized { content.skipped += 1 }
      } catch {
        mapped.skip(position)
        content.skipped += 1
      }
      guard position <= RowID.lastEvent, mapped.facts.entries.count <= RowID.facts else {
        throw ViewStoreError.tooLarge(event: position)
      }
      let standing = RowID.standing(event: position, number: 0)
      let (row, day) = memory.write(standing: mapped.stamp, at: position)
      if let report = mapped.stamp?.report { try reports.add(report, row: standing) }
      let first = content.facts.count
      try writeFacts(standing, &content, memory)
      content.events.append(
        Recorded(
          position: position, publicity: mapped.publicity, published: mapped.stamp?.published, standing: row, day: day,
          facts: first..<content.facts.count))
      if !mapped.names.isEmpty || !mapped.effects.isEmpty {
        content.rarities.append(Rarity(position: position, names: mapped.names, effects: mapped.effects))
      }
    }

    private mutating func writeFacts(_ standing: Int64, _ content: inout Content, _ memory: RecordMemory) throws {
      try unsafe mapped.facts.bytes.withUnsafeBytes { texts in
        var row = RowID.fact(standing: standing, number: 0)
        for entry in mapped.facts.entries {
          unsafe content.facts.append(memory.write(fact: entry, texts))
          try unsafe subjects.add(
            UInt8(entry.projection), UnsafeRawBufferPointer(rebasing: texts[entry.subject]), row: row)
          row += 1
        }
      }
    }
  }
}
