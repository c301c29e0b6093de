extension SVG {
  /// The value of an attribute, escaped and ready to be written between quotation marks.
  struct Value: Equatable {
    let text: String

    /// A number or length; see ``SVG/number(_:)``.
    static func number(_ number: Double) -> Value { Value(text: SVG.number(number)) }

    /// Any text.
    static func text(_ text: String) -> Value { Value(text: SVG.escaped(text)) }
  }

  /// A number as SVG writes it: rounded to hundredths, without zeros at its end, never `-0`.
  static func number(_ number: Double) -> String {
    precondition(number.isFinite && abs(number) < 1e12, "a drawing has no place for \(number)")
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest != 0 else { return "\(sign)\(whole)" }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(sign)\(whole).\(digits)"
  }

  /// A text in which nothing can end an element or attribute; characters that XML 1.0 does not allow become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension SVG.Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringInterpolation {
  init(integerLiteral value: Int) { self = .number(Double(value)) }

  init(floatLiteral value: Double) { self = .number(value) }

  init(stringLiteral value: String) { self = .text(value) }
}
