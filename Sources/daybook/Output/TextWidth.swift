/// How many columns of a terminal text takes, and text made safe to show there.
enum TextWidth {
  /// Columns of a whole text: combining marks take none, East Asian wide characters and emoji two.
  static func of(_ text: some StringProtocol) -> Int {
    ofASCII(text.utf8) ?? text.reduce(0) { $0 + of($1) }
  }

  /// Columns of a text of ASCII alone, which most are and which need not be taken apart into characters; `nil` for any other.
  private static func ofASCII(_ text: some Sequence<UInt8>) -> Int? {
    var width = 0
    for byte in text {
      if byte >= 0x80 { return nil }
      if byte >= 0x20, byte != 0x7f { width += 1 }
    }
    return width
  }

  static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      width = max(width, of(scalar))
    }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The blocks whose characters are wide or full-width in Unicode's East Asian Width (UAX #11).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0xa4cf, 0xa960...0xa97f,
    0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f,
    0x1f900...0x1f9ff, 0x20000...0x3fffd,
  ]

  /// The text with everything escaped that could steer a terminal or reorder what a person reads: control characters,
  /// and the overrides and isolates of bidirectional text. Line breaks and tabs become spaces.
  static func safe(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7f).contains($0) }
    guard !isPlain, text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result.append(" ")
      case _ where isUnsafe(scalar):
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x202a...0x202e, 0x2066...0x2069, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The widest part of a text that is only broken when there is no other way.
  static func ofWidestPiece(_ text: String) -> Int {
    text.split(separator: " ").flatMap(pieces).reduce(0) { max($0, of($1)) }
  }

  /// Whether a word is a digest or an id, which is never broken: a part of one cannot be found again.
  static func isWhole(_ word: Substring) -> Bool {
    let core = word.drop { "([\"'".contains($0) }.reversed().drop { ",.;:)]\"'".contains($0) }
    guard core.count >= 32 else { return false }
    return core.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-+=".contains($0)) }
      && core.contains { $0.isNumber }
  }

  /// The widest digest or id in a text; 0 when it holds none.
  static func ofWidestWhole(_ text: String) -> Int {
    text.split(separator: " ").filter(isWhole).reduce(0) { max($0, of($1)) }
  }

  /// A word in the pieces that may stand on lines of their own: a slash ends one, and so does a hyphen before a letter,
  /// so that dates stay whole.
  private static func pieces(_ word: Substring) -> [Substring] {
    if isWhole(word) { return [word] }
    var pieces: [Substring] = []
    var start = word.startIndex
    for index in word.indices {
      let next = word.index(after: index)
      guard next < word.endIndex, index > start else { continue }
      guard word[index] == "/" || (word[index] == "-" && word[next].isLetter) else { continue }
      pieces.append(word[start..<next])
      start = next
    }
    return pieces + [word[start...]]
  }

  /// The text in lines of at most `width` columns, broken at spaces where there are any, else between pieces of a word.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    guard of(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      var rest = Substring(word)
      var size = of(rest)
      if used > 0, used + 1 + size <= width {
        line += " " + rest
        used += 1 + size
        continue
      }
      if used > 0 { lines.append(line) }
      while size > width, !isWhole(rest) {
        let head = self.head(rest, columns: width)
        lines.append(String(head))
        rest = rest.dropFirst(head.count)
        size = of(rest)
      }
      line = String(rest)
      used = size
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// As many pieces as fit; when not even the first does, a part of it.
  private static func head(_ word: Substring, columns: Int) -> Substring {
    var end = word.startIndex
    for piece in pieces(word) {
      guard of(word[..<piece.endIndex]) <= columns else { break }
      end = piece.endIndex
    }
    return end > word.startIndex ? word[..<end] : prefix(word, columns: columns)
  }

  /// The longest beginning that fits, at least one character.
  private static func prefix(_ text: Substring, columns: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      used += of(text[end])
      if used > columns, end > text.startIndex { break }
      end = text.index(after: end)
    }
    return text[..<end]
  }
}
