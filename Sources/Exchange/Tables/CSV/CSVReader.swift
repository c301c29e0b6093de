/// Reads a file of separated values, a record at a time, with memory that does not grow with the file.
@safe
package final class CSVReader: TableReader {
  /// The longest record, in bytes: a longer one has a quotation mark that is never closed.
  private static let limit = 1 << 24

  package let dialect: CSVDialect
  private let stream: ByteStream
  private let path: String
  private let scanner: CSVScanner
  private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var memory: [UInt8]
  private var start = 0
  private var isAtEnd = false
  private var quoted: [Bool] = []
  private var number = 0
  /// How the record that was read last ended; `nil` when the file ended instead.
  private(set) var end: CSVDialect.LineEnd?

  /// - Parameter head: bytes that were read from the stream already, decoded.
  init(_ stream: ByteStream, path: String, dialect: CSVDialect, head: [UInt8], isAtEnd: Bool) {
    self.stream = stream
    self.path = path
    self.dialect = dialect
    scanner = CSVScanner(delimiter: dialect.delimiter, knowsQuotes: dialect.quoting != .never)
    memory = head
    self.isAtEnd = isAtEnd
  }

  deinit { unsafe chunk.deallocate() }

  package var form: TableForm { .csv(dialect) }
  package var consumed: UInt64 { stream.consumed }

  package func next(_ record: inout TableRecord) throws(ExchangeError) -> Bool {
    while true {
      if start == memory.count, isAtEnd { return false }
      let found = scanner.scan(memory, start, memory.count, isLast: isAtEnd, into: &record, quoted: &quoted)
      switch found {
      case .partial: try fill()
      case .record(let next, let end):
        number += 1
        record.number = number
        self.end = end
        try check(record)
        start = next
        record.layout = dialect.layout(of: record, quoted: quoted, end: end)
        return true
      case .wrong(let cell, let wrong, let place): throw problem(wrong, cell, place)
      }
    }
  }

  private func fill() throws(ExchangeError) {
    if start > 0 {
      memory.removeSubrange(..<start)
      start = 0
    }
    guard memory.count < CSVReader.limit else { throw problem(.openQuote, 0, 0) }
    let count = try unsafe stream.read(into: chunk)
    if count == 0 { isAtEnd = true }
    unsafe dialect.encoding.decode(UnsafeRawBufferPointer(rebasing: chunk[..<count]), into: &memory)
  }

  /// Refuses what is not UTF-8.
  private func check(_ record: TableRecord) throws(ExchangeError) {
    var all: UInt8 = 0
    for byte in record.bytes { all |= byte }
    guard all >= 0x80, String(validating: record.bytes, as: UTF8.self) == nil else { return }
    let cell = (0..<record.count).first { String(validating: record.cell($0), as: UTF8.self) == nil } ?? 0
    throw refused(
      cell,
      "these bytes are not UTF-8, so the file is in another encoding, perhaps Latin-1",
      "UTF-8, or what --encoding names: latin1, windows-1252", String(decoding: record.cell(cell), as: UTF8.self))
  }

  private func problem(_ wrong: CSVScanner.Wrong, _ cell: Int, _ place: Int) -> ExchangeError {
    number += 1
    let around = String(decoding: memory[min(place, memory.count)...].prefix(20), as: UTF8.self)
    switch wrong {
    case .openQuote:
      return refused(
        cell, "a quotation mark is opened here and never closed", "a closing mark; inside, each mark twice", "")
    case .afterQuote:
      return refused(
        cell, "text follows a closing quotation mark", "a delimiter or a line end; inside, each mark twice", around)
    case .nul:
      return refused(cell, "a zero byte: this is no text, or it is UTF-16", "UTF-8, or what --encoding names", "")
    }
  }

  private func refused(_ cell: Int, _ reason: String, _ allowed: String, _ value: String) -> ExchangeError {
    .refused(
      file: path, [RowProblem(row: number, column: String(cell + 1), value: value, reason: reason, allowed: allowed)],
      count: 1)
  }
}
