/// A Swift source reduced to its code: what stands in comments, literals and raw identifiers is blanked, so that the
/// rules of this suite meet code only. Lines and columns stay where they were.
struct SwiftText {
  /// One function, initializer, subscript or accessor block with a body.
  struct Function: Equatable {
    /// The line of its first word, from 1.
    var line: Int
    /// How many lines it takes, from its first word to its closing brace.
    var length: Int
  }

  let code: [UInt8]

  init(_ text: String) {
    var scanner = Scanner(bytes: Array(text.utf8))
    code = scanner.blanked()
  }

  var text: String { String(decoding: code, as: UTF8.self) }

  /// The functions of the file in their order, inner ones included.
  var functions: [Function] {
    var found: [Function] = []
    var line = 1
    var index = 0
    while index < code.count {
      if code[index] == UInt8(ascii: "\n") { line += 1 }
      if let word = wordStarting(at: index) {
        if Self.openers.contains(word), index == 0 || code[index - 1] != UInt8(ascii: "."),
          let body = bodyStart(after: index + word.utf8.count), let end = matchingBrace(of: body)
        {
          found.append(Function(line: line, length: newlines(in: index..<end) + 1))
        }
        index += word.utf8.count
      } else {
        index += 1
      }
    }
    return found
  }

  private static let openers: Set<String> = ["func", "init", "deinit", "subscript", "get", "set", "didSet", "willSet"]

  private func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) || byte == 0x5f || byte >= 0x80
  }

  private func wordStarting(at index: Int) -> String? {
    guard isWord(code[index]), index == 0 || !isWord(code[index - 1]) else { return nil }
    let end = code[index...].firstIndex { !isWord($0) } ?? code.count
    return String(decoding: code[index..<end], as: UTF8.self)
  }

  /// The opening brace of the declaration, or `nil` when it has no body, as a protocol's requirement has none.
  private func bodyStart(after start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < code.count {
      switch code[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        if depth < 0 { return nil }
      case UInt8(ascii: "{") where depth == 0: return index
      case UInt8(ascii: "}") where depth == 0: return nil
      case UInt8(ascii: "\n") where depth == 0 && !continues(after: index): return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  private func continues(after newline: Int) -> Bool {
    guard let next = code[newline...].firstIndex(where: { $0 > 0x20 }) else { return false }
    if code[next] == UInt8(ascii: "{") || code[next] == UInt8(ascii: "-") { return true }
    return ["where", "throws", "rethrows", "async"].contains(wordStarting(at: next) ?? "")
  }

  private func matchingBrace(of start: Int) -> Int? {
    var depth = 0
    for index in start..<code.count {
      if code[index] == UInt8(ascii: "{") { depth += 1 }
      if code[index] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private func newlines(in range: Range<Int>) -> Int {
    code[range].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }
}
