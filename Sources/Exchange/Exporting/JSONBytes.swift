/// Writing JSON (RFC 8259) for other programs, straight into bytes.
///
/// Not for hashed bytes; those are written by Leaf.
enum JSONBytes {
  /// A text in quotation marks.
  static func add(_ text: String, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0D: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0x09: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0..<0x20:
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A cell; a decimal number stays the digits that were recorded.
  static func add(_ cell: ExportCell, _ kind: ExportColumn.Kind, _ bytes: inout [UInt8]) {
    switch cell {
    case .none: bytes += "null".utf8
    case .text(let text) where kind == .decimal && isNumber(text): bytes += text.utf8
    case .text(let text): add(text, &bytes)
    case .integer(let number): bytes += String(number).utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .texts(let texts): add(texts, &bytes) { add($0, &$1) }
    case .positions(let positions): add(positions, &bytes) { $1 += String($0).utf8 }
    }
  }

  /// The columns of a row by their names, without the braces.
  static func add(_ row: ExportRow, _ columns: [ExportColumn], _ bytes: inout [UInt8]) {
    for (number, (column, cell)) in zip(columns, row.cells).enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      add(column.name, &bytes)
      bytes.append(UInt8(ascii: ":"))
      add(cell, column.kind, &bytes)
    }
  }

  /// Items between brackets.
  static func add<Item>(_ items: [Item], _ bytes: inout [UInt8], _ write: (Item, inout [UInt8]) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for (number, item) in items.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      write(item, &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Degrees with at most seven decimals: a centimetre.
  static func degrees(_ degrees: Double) -> String {
    let rounded = (degrees * 1e7).rounded()
    let (whole, rest) = Int(abs(rounded)).quotientAndRemainder(dividingBy: 10_000_000)
    var digits = String(10_000_000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return (rounded < 0 ? "-" : "") + "\(whole)" + (digits.isEmpty ? "" : ".\(digits)")
  }

  /// Whether a decimal text is a JSON number as it stands.
  private static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let unsigned = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return false }
    let areDigits = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
    return areDigits && (parts[0].count == 1 || parts[0].first != UInt8(ascii: "0"))
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
