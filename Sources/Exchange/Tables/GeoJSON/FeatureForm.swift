internal import Vocabulary

/// How a file of GeoJSON (RFC 7946) writes its features: the text around the values of properties and coordinates.
///
/// Every feature is built as the first one: the same properties in the same order. A feature that departs in small says so
/// in its layout: `t3` a text where the habit is a bare value, `b3` a bare value where it is a text, `r3:12:…` a text whose
/// escapes are not the shortest, with the length of its raw bytes, `g2:…` another text before the feature.
package struct FeatureForm: Equatable, Sendable {
  /// The text before the first feature.
  var prefix: [UInt8] = []
  /// The text between two features.
  var separator: [UInt8]?
  /// The text after the last feature.
  var suffix: [UInt8] = []
  /// The names of the values.
  var names: [String] = []
  /// Whether each value of the first feature is a text.
  var areTexts: [Bool] = []
  /// The text before each value of a feature, and after the last.
  var literals: [[UInt8]] = []

  init() {}

  /// The form that a report tells of.
  init(_ table: ImportedTable, header: [String]) {
    let frame = table.frame.map { Array($0.utf8) }
    guard frame.count >= 4 else { return }
    (prefix, separator, suffix) = (frame[0], frame[1], frame[2])
    areTexts = frame[3].map { $0 == UInt8(ascii: "t") }
    literals = Array(frame[4...])
    names = header
  }

  /// The frame, as a report keeps it.
  var frame: [[UInt8]] { [prefix, separator ?? [], suffix, areTexts.map { $0 ? 0x74 : 0x62 }] + literals }

  /// Appends a feature, with what stands before it unless it is the first.
  func write(_ record: TableRecord, isFirst: Bool, into bytes: inout [UInt8]) {
    let marks = FeatureLayout(String(decoding: record.layout, as: UTF8.self))
    if !isFirst { bytes += marks.gap ?? separator ?? [] }
    for index in 0..<min(record.count, literals.count) {
      let cell = record.cell(index)
      bytes += literals[index]
      if let raw = marks.raw[index] {
        bytes += raw
      } else if areTexts[index] != marks.toggled.contains(index) {
        FeatureForm.write(text: cell, into: &bytes)
      } else {
        bytes += cell
      }
    }
    bytes += literals.last ?? []
  }

  /// Appends a text with the shortest escapes.
  static func write(text: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x08: bytes += [0x5C, 0x62]
      case 0x09: bytes += [0x5C, 0x74]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x0C: bytes += [0x5C, 0x66]
      case 0x0D: bytes += [0x5C, 0x72]
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
