/// Tells from the beginning of a file how it writes its records.
enum CSVSniffer {
  /// How many bytes are looked at.
  static let limit = 1 << 20

  /// The dialect of a file whose first bytes, in UTF-8 and without a byte order mark, are these.
  ///
  /// - Parameters:
  ///   - delimiter: the delimiter, where a person has named it.
  ///   - isWhole: whether the file ends with these bytes.
  static func dialect(_ head: [UInt8], delimiter: UInt8?, isWhole: Bool) -> CSVDialect {
    var dialect = CSVDialect()
    dialect.delimiter = delimiter ?? CSVSniffer.delimiter(head)
    let scanner = CSVScanner(delimiter: dialect.delimiter)
    var record = TableRecord()
    var quoted: [Bool] = []
    var ends: [CSVDialect.LineEnd: Int] = [:]
    var departures: [CSVDialect.Quoting: Int] = [:]
    var start = 0
    var records = 0
    var quotedCells = 0
    while start < head.count, records < 2_000 {
      guard
        case .record(let next, let end) = scanner.scan(
          head, start, head.count, isLast: isWhole, into: &record, quoted: &quoted)
      else { break }
      if let end { ends[end, default: 0] += 1 }
      for quoting in CSVDialect.Quoting.allCases {
        dialect.quoting = quoting
        let departs = (0..<record.count).count { dialect.quotes(record.cell($0)) != quoted[$0] }
        departures[quoting, default: 0] += departs
      }
      quotedCells += quoted.count { $0 }
      start = next
      records += 1
    }
    // Dumps between tabs quote nothing, and have quotation marks where they please.
    if dialect.delimiter == LinesImporter.delimiter || (dialect.delimiter == 0x09 && quotedCells == 0) {
      return finished(dialect, .never, ends)
    }
    let order = CSVDialect.Quoting.allCases.filter { $0 != .never }
    let quoting = order.min { (departures[$0] ?? 0) < (departures[$1] ?? 0) }
    return finished(dialect, quoting ?? .minimal, ends)
  }

  private static func finished(
    _ dialect: CSVDialect, _ quoting: CSVDialect.Quoting, _ ends: [CSVDialect.LineEnd: Int]
  ) -> CSVDialect {
    var dialect = dialect
    dialect.quoting = quoting
    if !ends.isEmpty {
      dialect.lineEnd = CSVDialect.LineEnd.allCases.max { (ends[$0] ?? 0) < (ends[$1] ?? 0) } ?? .lf
    }
    return dialect
  }

  /// The byte of `,`, `;`, tab and `|` that the first record has most often outside quotation marks.
  private static func delimiter(_ head: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in head {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      counts[byte, default: 0] += 1
    }
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
    var best: UInt8 = 0x2C
    for candidate in candidates where (counts[candidate] ?? 0) > (counts[best] ?? 0) { best = candidate }
    return best
  }
}
