/// Comma-separated values (RFC 4180) in one of two forms.
public struct CSVExport: ExportFormat {
  /// For whom the file is.
  public enum Form: Sendable {
    /// For people and their spreadsheets: a line that says what this is, the header, the HXL tags, CRLF; and a text that a
    /// spreadsheet would run as a formula begins with an apostrophe.
    case spreadsheet
    /// For programs that give columns a type (Parquet, Arrow, DuckDB, R): only the header; lists are JSON, truth is
    /// `true` and `false`, days and times are ISO 8601, and every text is as it is recorded. Nothing at all is null, `""` is the empty text.
    case typed
  }

  private let form: Form
  private var kinds: [ExportColumn.Kind] = []

  public init(_ form: Form) { self.form = form }

  public mutating func begin(_ head: ExportHead, _ bytes: inout [UInt8]) {
    kinds = head.columns.map(\.kind)
    guard form == .spreadsheet else { return line(head.columns.map { .some($0.name) }, &bytes) }
    let asked = head.asked.filter { $0.cell != .none }.map { "\($0.name) \(CSVExport.shown($0.cell))" }
      .joined(separator: " · ")
    line(["\(head.name): \(head.title) · \(asked) · \(CSVExport.formula)"], &bytes)
    line(head.columns.map { .some($0.name) }, &bytes)
    line(head.columns.map { .some($0.hxl) }, &bytes)
  }

  public mutating func add(_ row: ExportRow, _ bytes: inout [UInt8]) {
    line(zip(kinds, row.cells).map { form == .spreadsheet ? CSVExport.shown($1) : CSVExport.typed($1) }, &bytes)
  }

  public mutating func end(_ bytes: inout [UInt8]) {}

  /// What the first line of the spreadsheet form says of it.
  static let formula =
    "spreadsheet form: a text that begins with = + - @ or a tab has an apostrophe before it; parquet-csv has the exact texts"

  private func line(_ fields: [String?], _ bytes: inout [UInt8]) {
    for (number, field) in fields.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      guard let field else { continue }
      let text = form == .spreadsheet ? CSVExport.harmless(field) : field
      CSVExport.add(text, isQuoted: form == .typed && field.isEmpty, &bytes)
    }
    bytes += (form == .spreadsheet ? "\r\n" : "\n").utf8
  }

  private static func add(_ text: String, isQuoted: Bool, _ bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      if unsafe isQuoted || CSVDialect.needsMarks(utf8, delimiter: 0x2C) {
        unsafe CSVDialect.quote(utf8, into: &bytes)
      } else {
        unsafe bytes.append(contentsOf: utf8)
      }
    }
  }

  /// With an apostrophe before what a spreadsheet would run: whatever begins like a formula and is no number. The wide forms
  /// count, since some spreadsheets take them for the others; and spaces before them are looked through.
  static func harmless(_ text: String) -> String {
    // Nearly every text begins with a letter or a digit.
    if let first = text.utf8.first, (0x30...0x39).contains(first) || (0x41...0x5A).contains(first & 0xDF) {
      return text
    }
    let begin = text.unicodeScalars.first { !$0.properties.isWhitespace || $0 == "\t" || $0 == "\r" || $0 == "\n" }
    guard let begin, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(begin), !isNumber(text) else { return text }
    return "'" + text
  }

  /// Whether it is a number for a spreadsheet; Swift also reads `-inf` and `-0x1p3` as such.
  private static func isNumber(_ text: String) -> Bool {
    Double(text) != nil && text.utf8.allSatisfy { "0123456789.+-eE".utf8.contains($0) }
  }

  private static func shown(_ cell: ExportCell) -> String {
    switch cell {
    case .none: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .texts(let texts): texts.joined(separator: "; ")
    case .positions(let positions): positions.map { "#\($0)" }.joined(separator: " ")
    }
  }

  private static func typed(_ cell: ExportCell) -> String? {
    switch cell {
    case .none: return nil
    case .text(let text): return text
    case .integer(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .texts, .positions:
      var bytes: [UInt8] = []
      JSONBytes.add(cell, .texts, &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
