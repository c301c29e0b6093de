internal import SQLite
internal import TransparencyLog

/// The digest of what sheets say: every entry with its texts and the end of its known time, wherever it lies.
enum SheetDigest {
  /// The part's name among the digests.
  static let part = "sheets"

  /// The digest of the sheets that the views at hand are read from; `nil` when they are read without.
  ///
  /// Of sheets that cannot be read the digest is that of nothing, which no replay gives.
  static func live(beside views: StatementSource) throws -> PartDigest? {
    let store = ViewStore(at: Sheets.path(beside: views.path))
    guard store.exist, let sheets = try? store.reading(), let filled = try? Filled(sheets),
      filled.isOf(try Followed(views))
    else { return nil }
    do { return try digest(sheets, views, filled) } catch {
      return PartDigest(part: part, digest: Digest.sha256([]))
    }
  }

  /// The digest of sheets made from views that were built anew, in a file at a path that is gone afterwards.
  static func rebuilt(from views: StatementSource, at path: String) throws -> PartDigest {
    defer { ViewFiles.remove(path) }
    let sheets = try Sheets.create(path)
    try sheets.transaction { try SheetFilling(sheets, views).fill(from: 0, to: Followed(views)) }
    return try digest(sheets, views, Filled(sheets))
  }

  private static func digest(
    _ sheets: StatementSource, _ views: StatementSource, _ filled: Filled
  ) throws -> PartDigest {
    let ends = try SheetReader.ends(views, since: filled.base)
    var texts: [Int32: [UInt8]] = [:]
    let selectTexts = try sheets.prepare("SELECT id, text FROM text")
    while try selectTexts.step() { texts[Int32(truncatingIfNeeded: selectTexts.integer(0))] = selectTexts.bytes(1) }
    var hasher = RowHasher()
    var entries: [SheetEntry] = []
    var open: (projection: Int64, subject: [UInt8], month: [UInt8])?
    func close() {
      guard let sheet = open else { return }
      for text in [[UInt8]("\(sheet.projection)".utf8), sheet.subject, sheet.month] { hasher.take(text) }
      for entry in entries.sorted(by: { $0.row < $1.row }) {
        let knownTo = ends[entry.standingRow] ?? Int64(entry.knownTo)
        let numbers = [
          entry.row, Int64(entry.by), Int64(entry.knownFrom), knownTo, Int64(entry.publicFrom), Int64(entry.publicTo),
          Int64(entry.from), Int64(entry.to), Int64(entry.report), Int64(entry.grade),
        ]
        hasher.take([UInt8](numbers.map { String($0) }.joined(separator: "|").utf8))
        for text in [entry.origin, entry.body] { hasher.take(texts[text] ?? []) }
      }
      entries.removeAll(keepingCapacity: true)
    }
    let select = try sheets.prepare(SheetSQL.all)
    while try select.step() {
      let next = (select.integer(0), select.bytes(1), select.bytes(2))
      if open.map({ $0.projection != next.0 || $0.subject != next.1 || $0.month != next.2 }) ?? true {
        close()
        open = next
      }
      try unsafe select.withBlob(3) { bytes in
        unsafe SheetEntry.forEach(bytes) { entries.append($0) }
        guard bytes.count % SheetEntry.byteCount == 0 else {
          throw ViewStoreError.store(path: sheets.path, reason: "a sheet ends within an entry", busy: false)
        }
      }
    }
    close()
    return PartDigest(part: part, digest: hasher.digest())
  }
}
