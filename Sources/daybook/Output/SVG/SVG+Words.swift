extension SVG {
  /// About how wide a text is in a sans-serif font of that size; rather too wide than too narrow, since no font is known.
  static func width(of text: String, size: Double) -> Double {
    text.reduce(0) { $0 + width(of: $1) } * size
  }

  /// The text in lines that are about as wide as allowed, broken at spaces; a longer word stands alone in its line.
  static func lines(of text: String, size: Double, within width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, self.width(of: last + " " + word, size: size) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The text, or as much of it as fits with an ellipsis.
  static func cut(_ text: String, size: Double, within width: Double) -> String {
    guard self.width(of: text, size: size) > width else { return text }
    var kept = text
    while !kept.isEmpty, self.width(of: kept + "…", size: size) > width { kept.removeLast() }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// In units of the size of the font, after the widths of DejaVu Sans, one of the widest in use.
  private static func width(of character: Character) -> Double {
    if TextWidth.of(character) != 1 { return Double(TextWidth.of(character)) / 2 }
    return switch character {
    case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", "!", " ": 0.33
    case "f", "r", "t", "(", ")", "[", "]", "/", "-", "·": 0.41
    case "m", "w", "M", "W", "@", "%", "—", "…": 0.98
    default: character.isUppercase ? 0.7 : 0.62
    }
  }
}
