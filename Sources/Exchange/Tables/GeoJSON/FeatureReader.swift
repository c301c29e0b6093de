internal import Leaf

/// Reads the features of a GeoJSON file, one after the other, with memory that does not grow with the file.
@safe
final class FeatureReader: TableReader {
  private static let limit = 1 << 26

  private let stream: ByteStream
  private let path: String
  private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var memory: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var number = 0
  private var features = FeatureForm()

  init(_ stream: ByteStream, path: String) {
    self.stream = stream
    self.path = path
  }

  deinit { unsafe chunk.deallocate() }

  var form: TableForm { .geojson(features) }
  var consumed: UInt64 { stream.consumed }

  func next(_ record: inout TableRecord) throws(ExchangeError) -> Bool {
    let gapStart = number == 0 ? try findFeatures() : 0
    var place = start + gapStart
    // Between two features stand white space and a comma, after the last the end of the list.
    while true {
      if place == memory.count {
        let moved = try fill()
        place -= moved
        if place == memory.count { throw broken("the file ends within its features") }
      }
      let byte = memory[place]
      if byte == 0x7B { break }
      if byte == 0x5D {
        while try !isDone() {}
        features.suffix = Array(memory[start...])
        if number == 0 { features.prefix = [] }
        return false
      }
      guard byte == 0x2C || byte <= 0x20 else { throw broken("a feature is no JSON object") }
      place += 1
    }
    let gap = Array(memory[start..<place])
    start = place
    let end = try featureEnd()
    number += 1
    record.number = number
    try take(Array(memory[start..<end]), gap, &record)
    start = end
    return true
  }

  /// Reads on to the end of the file.
  private func isDone() throws(ExchangeError) -> Bool {
    if isAtEnd { return true }
    guard memory.count - start < 1 << 20 else { throw broken("there is too much after the features") }
    _ = try fill()
    return isAtEnd
  }

  /// Takes a feature apart into the record.
  private func take(_ feature: [UInt8], _ gap: [UInt8], _ record: inout TableRecord) throws(ExchangeError) {
    guard let scanner = FeatureScanner(feature) else { throw broken("the feature is no JSON") }
    var marks = FeatureLayout()
    if number == 1 {
      features.prefix = gap
      features.names = scanner.names
      features.literals = scanner.literals
      features.areTexts = scanner.names.indices.map(scanner.isText)
    } else if features.separator == nil {
      features.separator = gap
    } else if features.separator != gap {
      marks.gap = gap
    }
    guard scanner.literals == features.literals else {
      throw broken("the feature is not built as the first one: other properties, another order, or other spaces")
    }
    record.bytes.removeAll(keepingCapacity: true)
    record.ends.removeAll(keepingCapacity: true)
    for index in scanner.names.indices {
      let raw = scanner.raw(index)
      if scanner.isText(index) != features.areTexts[index] { marks.toggled.insert(index) }
      if scanner.isText(index) {
        let text = try decode(raw, features.names[index])
        var written: [UInt8] = []
        FeatureForm.write(text: text[...], into: &written)
        if !written.elementsEqual(raw) { marks.raw[index] = Array(raw) }
        record.bytes += text
      } else {
        record.bytes += raw
      }
      record.ends.append(record.bytes.count)
    }
    record.layout = marks.text(features)
  }

  private func decode(_ raw: ArraySlice<UInt8>, _ name: String) throws(ExchangeError) -> [UInt8] {
    if !raw.contains(0x5C), String(validating: raw, as: UTF8.self) != nil { return Array(raw.dropFirst().dropLast()) }
    do throws(LeafError) {
      return Array((try Document(Array(raw)).root.string ?? "").utf8)
    } catch {
      throw .refused(
        file: path, [RowProblem(row: number, column: name, reason: error.message, allowed: "a JSON text in UTF-8")],
        count: 1)
    }
  }

  // MARK: Bytes

  /// Reads more; answers by how much the unread bytes moved.
  private func fill() throws(ExchangeError) -> Int {
    let moved = start
    memory.removeSubrange(..<start)
    start = 0
    guard memory.count < FeatureReader.limit else { throw broken("a feature is longer than 64 MiB") }
    let count = try unsafe stream.read(into: chunk)
    if count == 0 { isAtEnd = true } else { unsafe memory.append(contentsOf: chunk[..<count]) }
    return moved
  }

  /// How many bytes stand before the list of features, its bracket among them.
  private func findFeatures() throws(ExchangeError) -> Int {
    while memory.count < 1 << 20, !isAtEnd { _ = try fill() }
    var depth = 0
    var place = 0
    var last: Range<Int> = 0..<0
    while place < memory.count {
      let byte = memory[place]
      if byte == 0x22 {
        var end = place + 1
        while end < memory.count, memory[end] != 0x22 { end += memory[end] == 0x5C ? 2 : 1 }
        last = place..<min(end + 1, memory.count)
        place = end
      } else if byte == 0x5B, depth == 1, memory[last].elementsEqual(#""features""#.utf8) {
        return place + 1
      } else if byte == 0x7B || byte == 0x5B {
        depth += 1
      } else if byte == 0x7D || byte == 0x5D {
        depth -= 1
      }
      place += 1
    }
    throw broken("there is no list of features near its beginning")
  }

  /// Where the feature that begins at `start` ends.
  private func featureEnd() throws(ExchangeError) -> Int {
    var depth = 0
    var isText = false
    var place = start
    while true {
      if place >= memory.count {
        place -= try fill()
        if isAtEnd, place >= memory.count { throw broken("the file ends within a feature") }
      }
      let byte = memory[place]
      if isText {
        if byte == 0x5C { place += 1 } else if byte == 0x22 { isText = false }
      } else if byte == 0x22 {
        isText = true
      } else if byte == 0x7B {
        depth += 1
      } else if byte == 0x7D {
        depth -= 1
        if depth == 0 { return place + 1 }
      }
      place += 1
    }
  }

  private func broken(_ reason: String) -> ExchangeError {
    .notReadable(
      path: path, reason: number == 0 ? reason : "after feature \(number): \(reason)",
      allowed: "a FeatureCollection (RFC 7946) whose features are all built alike")
  }
}
