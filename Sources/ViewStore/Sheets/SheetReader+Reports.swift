internal import SQLite
internal import Views

extension SheetReader {
  /// The number of what the last standing version of a report says of who says it and what it derives from.
  func lead(ofReport position: UInt64, count: Int64, day: Int64) throws -> Int32 {
    leads.turn(to: count, day)
    let chunk = Int(Sheets.chunk(ofReport: position))
    if let known = leads.number(of: position, in: chunk) { return known }
    let entries = try leads.entries(chunk) ?? read(chunk)
    leads.fill(chunk, entries) { stands($0, count, day) }
    return leads.number(of: position, in: chunk) ?? NumberedFact.none
  }

  /// All versions of the reports of a chunk, in the order of these.
  private func read(_ chunk: Int) throws -> [SheetEntry] {
    try selectLasting.bind(1, Sheets.references)
    try selectLasting.bind(2, text: Sheets.subject(ofChunk: UInt64(chunk)))
    defer { selectLasting.reset() }
    var entries: [SheetEntry] = []
    while try selectLasting.step() {
      unsafe selectLasting.withBlob(0) { bytes in unsafe SheetEntry.forEach(bytes) { entries.append($0) } }
    }
    SheetEntry.sort(&entries)
    return entries
  }
}

/// What leads on from the reports of each chunk at one known time, by position: a picture of a country asks for most of them.
struct ReportLeads {
  private struct Chunk {
    /// All versions, at whatever time.
    var entries: [SheetEntry]
    /// For each position the number of what stands; empty before it was asked for at this time.
    var numbers: [Int32]
  }

  private var chunks: [Chunk?] = []
  private var time: (count: Int64, day: Int64) = (-1, 0)

  /// Turns to a known time.
  mutating func turn(to count: Int64, _ day: Int64) {
    if (count, day) == time { return }
    time = (count, day)
    for chunk in chunks.indices { chunks[chunk]?.numbers = [] }
  }

  /// The number of what leads on from a report; `nil` when its chunk was not filled at this time.
  func number(of position: UInt64, in chunk: Int) -> Int32? {
    guard chunk < chunks.count, let numbers = chunks[chunk]?.numbers, !numbers.isEmpty else { return nil }
    return numbers[Sheets.place(ofReport: position)]
  }

  /// All versions of the reports of a chunk that was read.
  func entries(_ chunk: Int) -> [SheetEntry]? { chunk < chunks.count ? chunks[chunk]?.entries : nil }

  /// Notes what leads on from the reports of a chunk; of several versions the last one that stands.
  mutating func fill(_ chunk: Int, _ entries: [SheetEntry], _ stands: (SheetEntry) -> Bool) {
    var numbers = [Int32](repeating: NumberedFact.none, count: Sheets.reportsInChunk)
    for entry in entries where stands(entry) { numbers[Sheets.place(ofReport: UInt64(entry.event))] = entry.body }
    if chunk >= chunks.count { chunks += [Chunk?](repeating: nil, count: chunk + 1 - chunks.count) }
    chunks[chunk] = Chunk(entries: entries, numbers: numbers)
  }
}
