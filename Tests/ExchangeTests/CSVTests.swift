import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Exchange

/// Reading and writing separated values: nothing of the bytes is lost.
@Suite struct CSVTests {
  /// Reads a table and writes it again by its form, its cells and its layouts alone.
  private func returned(_ bytes: [UInt8], _ options: TableFile.Options = .init()) throws -> (
    bytes: [UInt8], rows: [[String]]
  ) {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("csv-\(UUID().uuidString)").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try TableFile(path, options)
    let reader = try file.reader()
    guard case .csv(let dialect) = file.form else { return ([], []) }
    var record = TableRecord()
    var rows: [[String]] = []
    var text: [UInt8] = dialect.hasByteOrderMark ? CSVDialect.byteOrderMark : []
    while try reader.next(&record) {
      rows.append(record.texts)
      dialect.write(record, into: &text)
    }
    if !dialect.isLastLineEnded { while text.last == 0x0A || text.last == 0x0D { text.removeLast() } }
    return (try #require(dialect.encoding.encode(text)), rows)
  }

  @Test(arguments: [
    "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a;b\r1;2\r", "a,b\n1,2", "\u{FEFF}a,b\n\"x,y\",2\n", "a\tb\n\"q\"\"q\"\t\n",
    "a,b\n\"line\nbreak\",2\r\n3,4\n", "a,b\n\"\",\n,\"\"\n", "\"a\",\"b\"\n\"1\",\"2\"\n", "a,b\n1,x\"y\n",
    "a|b|c\n||\n",
  ])
  func `gives back every way of writing`(text: String) throws {
    let found = try returned(Array(text.utf8))
    #expect(String(decoding: found.bytes, as: UTF8.self) == text)
    #expect(found.bytes == Array(text.utf8))
  }

  @Test func `gives back whatever a seed writes`() throws {
    let seed = ProcessInfo.processInfo.environment["DAYBOOK_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...UInt64.max)
    var random = SeededRandom(seed)
    for _ in 0..<300 {
      let delimiter = [",", ";", "\t", "|"].randomElement(using: &random)!
      let ends = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n"]].randomElement(using: &random)!
      let columns = Int.random(in: 2...4, using: &random)
      var text = Bool.random(using: &random) ? "\u{FEFF}" : ""
      let rows = Int.random(in: 1...12, using: &random)
      for row in 0..<rows {
        let cells = (0..<columns).map { column -> String in
          if row == 0 { return "h\(column)" }
          let plain = ["", "1", "-2.5", "ä ö", "x y", "Ménaka", "جماعة"].randomElement(using: &random)!
          let odd = ["a\nb", "c\"d", "e\(delimiter)f", "\r\n", "\"", "plain"].randomElement(using: &random)!
          if Int.random(in: 0..<3, using: &random) > 0 { return plain }
          return "\"" + odd.replacingOccurrences(of: "\"", with: "\"\"") + "\""
        }
        text += cells.joined(separator: delimiter)
        if row < rows - 1 || Bool.random(using: &random) { text += ends.randomElement(using: &random)! }
      }
      let found = try returned(Array(text.utf8))
      #expect(found.bytes == Array(text.utf8), "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test func `Latin-1 is refused with its place, and read when it is named`() throws {
    let bytes: [UInt8] = Array("a,b\n1,M".utf8) + [0xE9] + Array("naka\n".utf8)
    #expect {
      _ = try returned(bytes)
    } throws: { error in
      guard case .refused(_, let problems, _) = error as? ExchangeError else { return false }
      return problems.first?.row == 2 && problems.first?.column == "2"
        && problems.first?.allowed.contains("latin1") == true
    }
    let found = try returned(bytes, .init(encoding: .latin1))
    #expect(found.rows == [["a", "b"], ["1", "Ménaka"]])
    #expect(found.bytes == bytes)
    let windows = Array("a,b\n1,".utf8) + Array(UInt8(0x80)...0xFF) + [0x0A]
    #expect(try returned(windows, .init(encoding: .windows1252)).bytes == windows)
  }

  @Test(arguments: [
    ("a,b\n1,\"x\n", "never closed"), ("a,b\n\"x\"y,2\n", "follows a closing"), ("a,b\n1,\u{0}\n", "zero byte"),
  ])
  func `what has no form is refused with row and column`(text: String, reason: String) throws {
    #expect {
      _ = try returned(Array(text.utf8))
    } throws: { error in
      guard case .refused(_, let problems, _) = error as? ExchangeError else { return false }
      return problems.first?.row == 2 && problems.first?.reason.contains(reason) == true
    }
  }

  @Test func `a layout says what departs from the habit`() {
    let dialect = CSVDialect()
    let record = TableRecord(["a", "b", "c", "d,e"])
    let layout = dialect.layout(of: record, quoted: [true, false, true, true], end: .crlf)
    #expect(String(decoding: layout, as: UTF8.self) == "q1,3;e=crlf")
    let read = CSVDialect.reading("q1,3-5;e=crlf")
    #expect(read.toggled == [0, 2, 3, 4])
    #expect(read.end == .crlf)
  }
}
