internal import SQLite

/// One fact with its stamp, as a sheet keeps it.
struct SheetEntry: BitwiseCopyable {
  /// Stands for no day.
  static let noDay = Int32.min
  /// The bytes of an entry.
  static var byteCount: Int { MemoryLayout<SheetEntry>.size }

  /// The position of the event, the number of the row of `standing` within it, the number of the fact within that.
  var event, standing, number: Int32
  /// The correction whose version it is; -1 while the event stands as recorded.
  var by: Int32
  /// When known time began, and ended, as far as it had when the entry was made.
  var knownFrom, knownTo: Int32
  var publicFrom, publicTo: Int32
  var from, to: Int32
  /// The report, the number of the text of the origin, the number of the body; -1 for none.
  var report, origin, body: Int32
  /// The two letters of the grade, the first times 256; 0 for none.
  var grade: Int32

  /// The row of `standing`.
  var standingRow: Int64 { RowID.standing(event: UInt64(event), number: Int64(standing)) }

  /// The row of `fact`.
  var row: Int64 { RowID.fact(standing: standingRow, number: Int(number)) }

  /// Puts entries in the order of their rows, in which they mostly are.
  static func sort(_ entries: inout [SheetEntry]) {
    for place in entries.indices.dropFirst() where entries[place - 1].row > entries[place].row {
      return entries.sort { $0.row < $1.row }
    }
  }

  /// Puts the entry behind others, in the order of bytes of the machine.
  func append(to bytes: inout [UInt8]) { unsafe withUnsafeBytes(of: self) { unsafe bytes.append(contentsOf: $0) } }

  /// Gives the entries of a sheet in place.
  @unsafe
  static func forEach(_ bytes: UnsafeRawBufferPointer, _ body: (SheetEntry) throws -> Void) rethrows {
    var at = 0
    while at + byteCount <= bytes.count {
      try body(unsafe bytes.loadUnaligned(fromByteOffset: at, as: SheetEntry.self))
      at += byteCount
    }
  }
}

extension SheetEntry {
  /// Reads a row of ``SheetSQL/facts``, for a body that is the row's own or made of it; texts are numbered by `number`.
  init(_ row: borrowing Statement, body text: [UInt8], _ number: ([UInt8]) throws -> Int32) rethrows {
    let id = row.integer(0)
    let standingRow = RowID.standing(fact: id)
    event = Int32(RowID.event(standing: standingRow))
    standing = Int32(standingRow - RowID.standing(event: UInt64(event), number: 0))
    self.number = Int32(id - RowID.fact(standing: standingRow, number: 0))
    from = row.optionalInteger(3).map { Int32($0) } ?? SheetEntry.noDay
    to = row.optionalInteger(4).map { Int32($0) } ?? SheetEntry.noDay
    body = try number(text)
    by = row.optionalInteger(6).map { Int32($0) } ?? -1
    knownFrom = Int32(row.integer(7))
    knownTo = Int32(row.integer(8))
    publicFrom = Int32(row.integer(9))
    publicTo = Int32(row.integer(10))
    report = row.optionalInteger(11).map { Int32($0) } ?? -1
    origin = row.isNull(12) ? -1 : try number(row.bytes(12))
    let letters = row.bytes(13)
    grade = letters.count == 2 ? Int32(letters[0]) << 8 | Int32(letters[1]) : 0
  }
}
