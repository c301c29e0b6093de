internal import SQLite
internal import Views

extension SheetReader {
  /// The number of what the last standing version of a report says of who says it and what it derives from.
  func lead(ofReport position: UInt64, count: Int64, day: Int64) throws -> Int32 {
    leads.turn(to: count, day)
    let chunk = Int(Sheets.chunk(ofReport: position))
    if !leads.isFilled(chunk) {
      let entries = try leads.entries(chunk) ?? read(chunk)
      leads.fill(chunk, entries) { stands($0, count, day) }
    }
    return leads.numbers[position] ?? NumberedFact.none
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
