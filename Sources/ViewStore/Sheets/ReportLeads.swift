internal import Views

/// What leads on from reports at one known time: a picture of a country asks for most of them.
struct ReportLeads {
  /// The numbers of what stands, in the chunks that are filled.
  private(set) var numbers = PositionNumbers()
  private var chunks: [Chunk?] = []
  private var time: (count: Int64, day: Int64) = (-1, 0)

  private struct Chunk {
    /// All versions of its reports, at whatever time.
    var entries: [SheetEntry]
    var isFilled: Bool
  }

  /// Turns to a known time.
  mutating func turn(to count: Int64, _ day: Int64) {
    if (count, day) == time { return }
    time = (count, day)
    numbers = PositionNumbers()
    for chunk in chunks.indices { chunks[chunk]?.isFilled = false }
  }

  /// Whether the numbers of a chunk are there.
  func isFilled(_ chunk: Int) -> Bool { chunk < chunks.count && chunks[chunk]?.isFilled ?? false }

  /// All versions of the reports of a chunk that was read.
  func entries(_ chunk: Int) -> [SheetEntry]? { chunk < chunks.count ? chunks[chunk]?.entries : nil }

  /// Notes what leads on from the reports of a chunk; of several versions the last one that stands.
  mutating func fill(_ chunk: Int, _ entries: [SheetEntry], _ stands: (SheetEntry) -> Bool) {
    for entry in entries where stands(entry) { numbers.set(UInt64(entry.event), entry.body) }
    if chunk >= chunks.count { chunks += [Chunk?](repeating: nil, count: chunk + 1 - chunks.count) }
    chunks[chunk] = Chunk(entries: entries, isFilled: true)
  }
}
