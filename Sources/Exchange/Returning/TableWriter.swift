internal import Vocabulary

/// Writes rows and asides as the file of a report had them.
final class TableWriter {
  private let table: ImportedTable
  private let dialect: CSVDialect
  private let isGeoJSON: Bool
  private var features: FeatureForm?
  private var asides: ArraySlice<(row: Int64, cells: [String], layout: String)>
  private var number: Int64 = 0
  /// The last record, whose line end is held back until it is known whether the file has it.
  private var held: [UInt8] = []
  private var chunk: [UInt8] = []

  init(_ table: ImportedTable) {
    self.table = table
    dialect = CSVDialect(table)
    isGeoJSON = !table.frame.isEmpty
    asides = table.asides[...]
    if dialect.hasByteOrderMark { chunk += CSVDialect.byteOrderMark }
  }

  /// Puts the next row, and before it what is no row.
  func put(_ row: TableRecord, header: @autoclosure () -> [String]) {
    while let next = asides.first, next.row == number + 1 {
      put(TableRecord(next.cells, layout: next.layout))
      asides.removeFirst()
    }
    guard isGeoJSON else { return put(row) }
    if features == nil {
      features = FeatureForm(table, header: header())
      chunk += features?.prefix ?? []
    }
    features?.write(row, isFirst: number == 0, into: &chunk)
    number += 1
  }

  /// Puts what follows the last row.
  func end() {
    for aside in asides { put(TableRecord(aside.cells, layout: aside.layout)) }
    if !dialect.isLastLineEnded {
      while let last = held.last, last == 0x0A || last == 0x0D { held.removeLast() }
    }
    chunk += held
    if isGeoJSON { chunk += features?.suffix ?? [] }
  }

  private func put(_ record: TableRecord) {
    chunk += held
    held.removeAll(keepingCapacity: true)
    dialect.write(record, into: &held)
    number += 1
  }

  /// Whether there are many bytes to take.
  var isFull: Bool { chunk.count >= 1 << 16 }

  /// The bytes that are ready, in the encoding of the file; what came in by it can go out by it.
  func take() -> [UInt8] {
    defer { chunk.removeAll(keepingCapacity: true) }
    return dialect.encoding.encode(chunk) ?? chunk
  }
}
