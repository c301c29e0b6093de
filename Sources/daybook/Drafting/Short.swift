import Leaf
import Vocabulary

/// The short form of an object whose first word comes from a list: `killed=3-5`, `perpetrator=isgs`.
struct Short {
  /// The field that takes the word before the sign.
  let word: String
  /// The field that takes what follows; `nil` for a figure, which fills several.
  let rest: String?
  /// How it looks.
  let example: String

  private static let known: [String: Short] = [
    "count": Short(word: "what", rest: nil, example: "killed=3-5"),
    "party": Short(word: "role", rest: "actor", example: "perpetrator=isgs"),
    "locator": Short(word: "type", rest: "value", example: "paragraph=4"),
    "chain_link": Short(word: "role", rest: "source", example: "asserts=ap"),
    "reference": Short(word: "rel", rest: "event", example: "supports=#12"),
    "change": Short(word: "field", rest: "new", example: "payload.counts.0.best=4"),
  ]

  /// The short form of a shape, when it has one.
  static func of(_ shape: Shape) -> Short? { known[shape.name] }

  /// The fields that the text after the sign fills.
  func split(_ text: String) throws(FlagValue.Refusal) -> [(String, Value)] {
    guard let rest else { return try Self.figure(text) }
    if word == "field" { return [(rest, try FlagValue.jsonOrText(text))] }
    return [(rest, .string(text))]
  }

  /// `4` is the best figure, `3-5` the least and the greatest, `3-4-5` all three, `3+` at least, a word itself.
  static func figure(_ text: String) throws(FlagValue.Refusal) -> [(String, Value)] {
    if let word = text.first, word.isLetter { return [("word", .string(text))] }
    if text.last == "+", let least = Int64(text.dropLast()) { return [("min", .integer(least))] }
    let figures = text.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
    guard (1...3).contains(figures.count), !figures.contains(nil) else {
      throw FlagValue.Refusal(text: text, allowed: "a figure as 4, 3-5, 3-4-5 or 3+, or a word as dozens")
    }
    let names = figures.count == 1 ? ["best"] : figures.count == 2 ? ["min", "max"] : ["min", "best", "max"]
    return zip(names, figures).map { ($0, .integer($1 ?? 0)) }
  }
}
