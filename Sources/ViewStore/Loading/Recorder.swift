internal import Leaf
internal import Views
internal import Vocabulary

/// Reads and maps one event after the other and records it; each thread has its own.
struct Recorder {
  /// The keys of `fact_subject` and of `standing_report`.
  private var subjects: KeySorter
  private var reports: KeySorter
  private var document = Document()
  private var mapped = MappedEvent()

  /// - Parameters:
  ///   - subjects: takes the keys of `fact_subject`.
  ///   - reports: takes the keys of `standing_report`.
  init(subjects: KeySorter, reports: KeySorter) { (self.subjects, self.reports) = (subjects, reports) }

  /// Reads and maps the events of a range in place of what was in the batch.
  mutating func fill(_ batch: RecordedBatch, _ positions: Range<UInt64>, from log: any FollowedLog) throws {
    var next = positions.lowerBound
    try batch.refill { content, memory in
      try unsafe log.read(positions) { position, leaf in
        try unsafe read(leaf, at: position, into: &content, memory)
        next = position + 1
        return true
      }
    }
    guard next == positions.upperBound else { throw LogEnded(expected: positions.upperBound, found: next) }
  }

  /// Puts the keys aside that are too many for the memory.
  mutating func spill() throws {
    try subjects.spill()
    try reports.spill()
  }

  /// The keys of all events that were read, sorted.
  mutating func finish() -> (subjects: [KeyRun], reports: [KeyRun]) { (subjects.finish(), reports.finish()) }

  private mutating func read(
    _ leaf: UnsafeRawBufferPointer, at position: UInt64, into content: inout RecordedBatch.Content,
    _ memory: RecordMemory
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
    if let report = mapped.stamp?.report { reports.add(report, row: standing) }
    let first = content.facts.count
    writeFacts(standing, &content, memory)
    content.events.append(
      RecordedBatch.Recorded(
        position: position, publicity: mapped.publicity, published: mapped.stamp?.published, standing: row, day: day,
        facts: first..<content.facts.count))
    if !mapped.names.isEmpty || !mapped.effects.isEmpty {
      content.rarities.append(
        RecordedBatch.Rarity(position: position, names: mapped.names, effects: mapped.effects))
    }
  }

  private mutating func writeFacts(
    _ standing: Int64, _ content: inout RecordedBatch.Content, _ memory: RecordMemory
  ) {
    unsafe mapped.facts.bytes.withUnsafeBytes { texts in
      var row = RowID.fact(standing: standing, number: 0)
      for entry in mapped.facts.entries {
        content.days.add(entry)
        unsafe content.facts.append(memory.write(fact: entry, texts))
        unsafe subjects.add(
          UInt8(entry.projection), UnsafeRawBufferPointer(rebasing: texts[entry.filed]), row: row)
        row += 1
      }
    }
  }
}
