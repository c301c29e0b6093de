internal import Vocabulary

/// One record of a table: its cells as UTF-8, in memory that is used again for the next one.
package struct TableRecord {
  /// The cells, one after the other.
  package internal(set) var bytes: [UInt8] = []
  /// Where each cell ends.
  package internal(set) var ends: [Int] = []
  /// What of its layout is not as the file has it otherwise; empty when nothing is.
  package internal(set) var layout: [UInt8] = []
  /// Which record of the file it is, from 1.
  package internal(set) var number = 0

  package init() {}

  /// A record of texts.
  package init(_ cells: [String], number: Int = 0, layout: String = "") {
    for cell in cells {
      bytes += cell.utf8
      ends.append(bytes.count)
    }
    self.number = number
    self.layout = Array(layout.utf8)
  }

  /// Becomes the row that an event holds; its number stays.
  mutating func take(_ original: Original) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    unsafe original.eachCell { cell in
      unsafe bytes.append(contentsOf: cell)
      ends.append(bytes.count)
    }
    layout = original.layout.map { Array($0.utf8) } ?? []
  }

  /// How many cells there are.
  package var count: Int { ends.count }

  /// Where a cell lies.
  package func range(_ cell: Int) -> Range<Int> { (cell == 0 ? 0 : ends[cell - 1])..<ends[cell] }

  /// The bytes of a cell.
  package func cell(_ cell: Int) -> ArraySlice<UInt8> { bytes[range(cell)] }

  /// A cell as a text.
  package func text(_ cell: Int) -> String { String(decoding: bytes[range(cell)], as: UTF8.self) }

  /// All cells as texts.
  package var texts: [String] { (0..<count).map(text) }

  /// The same record with some of its cells.
  func with(only cells: [Int]) -> TableRecord {
    var record = TableRecord()
    for cell in cells {
      record.bytes += self.cell(cell)
      record.ends.append(record.bytes.count)
    }
    (record.layout, record.number) = (layout, number)
    return record
  }
}
