internal import Vocabulary

/// Reading cells: numbers and days as the files write them.
extension TableRecord {
  /// Whether a cell is empty, spaces aside.
  func isEmpty(_ cell: Int) -> Bool {
    for place in range(cell) where bytes[place] != 0x20 { return false }
    return true
  }

  /// Whether a cell has these bytes.
  func equals(_ cell: Int, _ text: StaticString) -> Bool {
    let range = range(cell)
    guard range.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<range.count where unsafe bytes[range.lowerBound + index] != text.utf8Start[index] { return false }
    return true
  }

  /// A whole number, also as `12.0`; `nil` when the cell is none.
  func integer(_ cell: Int) -> Int64? {
    var number: Int64 = 0
    var digits = 0
    var isNegative = false
    var isFraction = false
    let range = range(cell)
    for place in range {
      let byte = bytes[place]
      switch byte {
      case 0x30...0x39 where isFraction: if byte != 0x30 { return nil }
      case 0x30...0x39:
        guard digits < 15 else { return nil }
        number = number * 10 + Int64(byte - 0x30)
        digits += 1
      case 0x2D where place == range.lowerBound: isNegative = true
      case 0x2E where digits > 0 && !isFraction: isFraction = true
      default: return nil
      }
    }
    return digits == 0 ? nil : isNegative ? -number : number
  }

  /// The ten bytes of a day, `2013-12-14`, where a time of day may follow that says midnight; `nil` when there is none.
  func day(_ cell: Int) -> ArraySlice<UInt8>? {
    let range = range(cell)
    guard range.count >= 10 else { return nil }
    let end = range.lowerBound + 10
    for place in end..<range.upperBound {
      switch bytes[place] {
      case 0x30, 0x3A, 0x2E, 0x20, 0x54, 0x5A: continue
      default: return nil
      }
    }
    guard Day(utf8: bytes.span.extracting(range.lowerBound..<end)) != nil else { return nil }
    return bytes[range.lowerBound..<end]
  }

  /// The day of a moment, `2022-03-01T13:47:37Z`; `nil` when the cell is none.
  func moment(_ cell: Int) -> String? {
    let text = self.text(cell)
    let day = String(text.prefix(10))
    guard Day(day) != nil, text.utf8.count == 10 || [0x54, 0x20].contains(Array(text.utf8)[10]) else { return nil }
    return day
  }

  /// Whether a cell is a decimal number of at most 18 places within limits, in the form that the vocabulary wants.
  func decimal(_ cell: Int, within limit: Int) -> ArraySlice<UInt8>? {
    let text = self.cell(cell)
    return Forms.isDecimal(text, within: limit) ? text : nil
  }
}
