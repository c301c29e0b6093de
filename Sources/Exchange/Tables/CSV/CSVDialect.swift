/// How a file of separated values writes its records: what the cells do not tell.
///
/// A record that departs from it says so in its layout: `q3,7-9` cells that are quoted though the habit would not quote
/// them, or the other way round; `e=lf`, `e=crlf`, `e=cr` another line end; both joined by `;`.
package struct CSVDialect: Equatable, Sendable {
  /// The byte between cells.
  package var delimiter: UInt8 = 0x2C
  package var quoting = Quoting.minimal
  package var lineEnd = LineEnd.lf
  package var hasByteOrderMark = false
  package var encoding = TextEncoding.utf8
  /// Whether the last record has a line end.
  package var isLastLineEnded = true

  /// Which cells are quoted.
  package enum Quoting: String, Equatable, Sendable, CaseIterable {
    /// Those that need it: with a delimiter, a quotation mark or a line end.
    case minimal
    case all
    /// All but empty ones.
    case filled
    /// All but empty ones and numbers.
    case texts
    /// None: a quotation mark is a sign like any other.
    case never
  }

  /// How a record ends.
  package enum LineEnd: String, Equatable, Sendable, CaseIterable {
    case lf, crlf, cr

    var bytes: [UInt8] {
      switch self {
      case .lf: [0x0A]
      case .crlf: [0x0D, 0x0A]
      case .cr: [0x0D]
      }
    }
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  package init() {}

  /// Whether the habit quotes a cell.
  func quotes(_ cell: ArraySlice<UInt8>) -> Bool {
    switch quoting {
    case .all: true
    case .minimal: unsafe cell.withUnsafeBufferPointer { unsafe CSVDialect.needsMarks($0, delimiter: delimiter) }
    case .filled: !cell.isEmpty
    case .never: false
    case .texts: !cell.isEmpty && !CSVDialect.isNumber(cell)
    }
  }

  /// Whether a cell has a byte that stands for something outside marks; asked of all bytes, which is quicker than to stop.
  static func needsMarks(_ cell: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> Bool {
    var found: UInt8 = 0
    for index in cell.indices {
      let byte = unsafe cell[index]
      found |= (byte == delimiter ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
    }
    return found != 0
  }

  /// Appends a cell between marks, each mark in it twice.
  static func quote(_ cell: some Sequence<UInt8>, into bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in cell {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Whether a cell is written as a number.
  static func isNumber(_ cell: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    var dots = 0
    for (place, byte) in cell.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E: dots += 1
      case 0x2D where place == 0: continue
      default: return false
      }
    }
    return digits > 0 && dots <= 1
  }

  // MARK: Layout

  /// How a record departs from the habit.
  func layout(of record: TableRecord, quoted: [Bool], end: LineEnd?) -> [UInt8] {
    let toggled =
      quoting == .minimal
      ? departing(record, quoted) : (0..<record.count).filter { quotes(record.cell($0)) != quoted[$0] }
    let other = end.flatMap { $0 == lineEnd ? nil : $0 }
    guard !toggled.isEmpty || other != nil else { return [] }
    var parts: [String] = []
    if !toggled.isEmpty { parts.append("q" + CSVDialect.ranges(toggled)) }
    if let other { parts.append("e=\(other.rawValue)") }
    return Array(parts.joined(separator: ";").utf8)
  }

  /// The cells that are quoted without need, or have a mark though they are not quoted: no other byte that needs marks can
  /// stand in those. Whether there is such a mark is asked of all of them at once.
  private func departing(_ record: TableRecord, _ quoted: [Bool]) -> [Int] {
    let bytes = record.bytes.span
    var bareMarks = 0
    for place in bytes.indices where bytes[place] == 0x22 { bareMarks += 1 }
    var toggled: [Int] = []
    for cell in quoted.indices where quoted[cell] {
      var (marks, others) = (0, 0)
      for place in record.range(cell) {
        let byte = bytes[place]
        marks += byte == 0x22 ? 1 : 0
        others += byte == delimiter || byte == 0x0A || byte == 0x0D ? 1 : 0
      }
      bareMarks -= marks
      if marks + others == 0 { toggled.append(cell) }
    }
    guard bareMarks > 0 else { return toggled }
    return (toggled + quoted.indices.filter { !quoted[$0] && record.cell($0).contains(0x22) }).sorted()
  }

  /// Column numbers from 1 as `3,7-9`.
  private static func ranges(_ cells: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for cell in cells.map({ $0 + 1 }) {
      if let last = runs.last, last.upperBound + 1 == cell {
        runs[runs.count - 1] = last.lowerBound...cell
      } else {
        runs.append(cell...cell)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }

  /// What a layout says: the cells whose quoting is the other way round, and the line end.
  static func reading(_ layout: some StringProtocol) -> (toggled: Set<Int>, end: LineEnd?) {
    var toggled: Set<Int> = []
    var end: LineEnd?
    for part in layout.split(separator: ";") {
      if part.hasPrefix("e=") {
        end = LineEnd(rawValue: String(part.dropFirst(2)))
      } else if part.hasPrefix("q") {
        for run in part.dropFirst().split(separator: ",") {
          let bounds = run.split(separator: "-").compactMap { Int($0) }
          guard let first = bounds.first, let last = bounds.last, first <= last, last < 100_000 else { continue }
          toggled.formUnion(first - 1...last - 1)
        }
      }
    }
    return (toggled, end)
  }

  // MARK: Writing

  /// Appends a record as the file had it, in UTF-8.
  func write(_ record: TableRecord, into bytes: inout [UInt8]) {
    let (toggled, end) =
      record.layout.isEmpty ? ([], nil) : CSVDialect.reading(String(decoding: record.layout, as: UTF8.self))
    for index in 0..<record.count {
      if index > 0 { bytes.append(delimiter) }
      let cell = record.cell(index)
      guard quotes(cell) != toggled.contains(index) else {
        bytes += cell
        continue
      }
      CSVDialect.quote(cell, into: &bytes)
    }
    bytes += (end ?? lineEnd).bytes
  }
}
