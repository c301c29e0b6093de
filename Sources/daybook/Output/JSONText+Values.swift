import Views
import Vocabulary

extension JSONText {
  /// A text; null when there is none.
  static func text(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

  /// A whole number; null when there is none.
  static func number(_ number: Int?) -> JSONText { number.map { .integer(Int64($0)) } ?? .null }

  /// A position of the ledger; null when there is none.
  static func position(_ position: UInt64?) -> JSONText { position.map { .integer(Int64(clamping: $0)) } ?? .null }

  /// A day as `YYYY-MM-DD`; null when there is none.
  static func day(_ day: Day?) -> JSONText { .text(day?.description) }

  static func texts(_ texts: [String]) -> JSONText { .array(texts.map { .string($0) }) }

  static func positions(_ positions: [UInt64]) -> JSONText { .array(positions.map { .position($0) }) }

  /// Bytes as lower-case hexadecimal digits.
  static func hex(_ bytes: [UInt8]) -> JSONText { .string(Hex.text(bytes)) }
}

/// Bytes as lower-case hexadecimal digits.
enum Hex {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
