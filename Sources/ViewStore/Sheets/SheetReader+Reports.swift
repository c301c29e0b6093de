internal import SQLite
internal import Views

extension SheetReader {
  /// What the standing versions of a report say of who says it and what it derives from, in the order of their events.
  func leads(ofReport position: UInt64, count: Int64, day: Int64) throws -> [ReportLead] {
    let chunk = Sheets.chunk(ofReport: position)
    let entries = try reports[chunk] ?? readReports(chunk)
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if UInt64(entries[middle].event) < position { low = middle + 1 } else { high = middle }
    }
    var found: [ReportLead] = []
    while low < entries.count, UInt64(entries[low].event) == position {
      if stands(entries[low], count, day), let lead = try lead(entries[low].body) { found.append(lead) }
      low += 1
    }
    return found
  }

  /// All versions of the reports around a position, in the order of these.
  private func readReports(_ chunk: UInt64) throws -> [SheetEntry] {
    try selectLasting.bind(1, Sheets.references)
    try selectLasting.bind(2, text: Sheets.subject(ofChunk: chunk))
    defer { selectLasting.reset() }
    var entries: [SheetEntry] = []
    while try selectLasting.step() {
      unsafe selectLasting.withBlob(0) { bytes in unsafe SheetEntry.forEach(bytes) { entries.append($0) } }
    }
    entries.sort { $0.row < $1.row }
    reports[chunk] = entries
    return entries
  }

  private func lead(_ number: Int32) throws -> ReportLead? {
    if let known = leads[number] { return known }
    let lead = ReportLead(text: try text(number))
    leads[number] = .some(lead)
    return lead
  }
}
