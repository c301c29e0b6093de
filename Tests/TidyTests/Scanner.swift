/// Walks over Swift source and blanks comments, string literals and raw identifiers.
struct Scanner {
  let bytes: [UInt8]
  private var output: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    output = bytes
  }

  mutating func blanked() -> [UInt8] {
    while index < bytes.count {
      let start = index
      if starts(with: "//") {
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      } else if starts(with: "/*") {
        skipBlockComment()
      } else if let hashes = literalHashes() {
        skipLiteral(hashes: hashes)
      } else if bytes[index] == UInt8(ascii: "`") {
        index = (bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "`")) ?? bytes.count - 1) + 1
      } else {
        index += 1
        continue
      }
      for position in start..<index where bytes[position] != UInt8(ascii: "\n") {
        output[position] = UInt8(ascii: " ")
      }
    }
    return output
  }

  private func starts(with text: StaticString, at position: Int? = nil) -> Bool {
    let position = position ?? index
    let length = text.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    return "\(text)".utf8.elementsEqual(bytes[position..<position + length])
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        index += 2
      } else if starts(with: "*/") {
        depth -= 1
        index += 2
      } else {
        index += 1
      }
    } while depth > 0 && index < bytes.count
  }

  /// The number of `#` before the quotation mark when a string literal starts here.
  private func literalHashes() -> Int? {
    var position = index
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
    return position - index
  }

  private mutating func skipLiteral(hashes: Int) {
    index += hashes
    let quotes = starts(with: "\"\"\"") ? 3 : 1
    index += quotes
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), hasHashes(hashes, at: index + 1) {
        index += 1 + hashes
        if index < bytes.count, bytes[index] == UInt8(ascii: "(") { skipInterpolation() } else { index += 1 }
      } else if quotes == 3 ? starts(with: "\"\"\"") : bytes[index] == UInt8(ascii: "\""),
        hasHashes(hashes, at: index + quotes)
      {
        index += quotes + hashes
        return
      } else {
        index += 1
      }
    }
  }

  private func hasHashes(_ count: Int, at position: Int) -> Bool {
    position + count <= bytes.count && bytes[position..<position + count].allSatisfy { $0 == UInt8(ascii: "#") }
  }

  private mutating func skipInterpolation() {
    var depth = 0
    repeat {
      if let hashes = literalHashes() {
        skipLiteral(hashes: hashes)
        continue
      }
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      index += 1
    } while depth > 0 && index < bytes.count
  }
}
