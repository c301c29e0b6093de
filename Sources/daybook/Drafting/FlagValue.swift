import Leaf
import Vocabulary

/// Reads the text of a flag as the JSON that a field wants.
///
/// Text stays text, numbers become numbers. An object is written as JSON, or as `key=value,key=value`; the objects that
/// people write most have a short form: `killed=3-5`, `perpetrator=isgs`, `paragraph=4`, `asserts=ap`, `B2`.
struct FlagValue {
  /// What cannot be read, and what is wanted.
  struct Refusal: Error, Equatable {
    var text: String
    var allowed: String
  }

  static func read(_ text: String, as type: FieldType) throws(Refusal) -> Value {
    switch type {
    case .integer, .codeNumber:
      guard let number = Int64(text) else {
        throw Refusal(text: text, allowed: Allowed.words(type, in: .draft) ?? "a whole number")
      }
      return .integer(number)
    case .boolean:
      guard text == "true" || text == "false" else { throw Refusal(text: text, allowed: "true or false") }
      return .boolean(text == "true")
    case .any, .open: return try jsonOrText(text)
    case .list(let item, _): return .array([try read(text, as: item)])
    case .object(let shape):
      if let value = try json(text) { return value }
      return try object(text, shape)
    case .shorthand, .event, .ownID, .text, .verbatim, .form, .code, .name, .nameOrCode, .constant:
      guard text.utf8.first == UInt8(ascii: "{") else { return .string(text) }
      return try jsonOrText(text)
    }
  }

  /// JSON where the text is some, else the text.
  static func jsonOrText(_ text: String) throws(Refusal) -> Value {
    guard let value = try json(text) else { return .string(text) }
    return value
  }

  /// Text that begins like JSON; `nil` for other text.
  static func json(_ text: String) throws(Refusal) -> Value? {
    guard let first = text.utf8.first, "{[\"-0123456789tfn".utf8.contains(first) else { return nil }
    if let document = try? Document(Array(text.utf8), as: .draft) { return document.root.value }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
    do throws(LeafError) {
      return try Document(Array(text.utf8), as: .draft).root.value
    } catch { throw Refusal(text: text, allowed: "JSON; here: \(error.message)") }
  }

  /// An object written as `key=value,key=value`, where a word of a shape's main list may stand for a key.
  private static func object(_ text: String, _ shape: Shape) throws(Refusal) -> Value {
    if let grade = grade(text, shape) { return grade }
    var value = Value.object([])
    for part in parts(text) {
      guard let equals = part.firstIndex(of: "=") else {
        throw Refusal(text: text, allowed: form(of: shape))
      }
      let key = String(part[..<equals])
      let given = String(part[part.index(after: equals)...])
      if let field = shape.fields.first(where: { $0.key == key.replacing("-", with: "_") }) {
        value[field.key] = try read(given, as: field.type)
      } else if let short = Short.of(shape) {
        value[short.word] = .string(key)
        for (field, given) in try short.split(given) { value[field] = given }
      } else {
        throw Refusal(text: key, allowed: form(of: shape))
      }
    }
    return value
  }

  /// `B2`: reliability and credibility.
  private static func grade(_ text: String, _ shape: Shape) -> Value? {
    guard shape.fields.contains(where: { $0.key == "reliability" }), text.utf8.count == 2,
      let reliability = text.first, reliability.isASCII, reliability.isLetter,
      let credibility = text.last?.wholeNumberValue
    else { return nil }
    return .object([
      .init("reliability", .string(reliability.uppercased())), .init("credibility", .integer(Int64(credibility))),
    ])
  }

  /// The parts between commas; a comma that no `key=` follows belongs to the value.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let key = piece.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
      let isPart = !key.isEmpty && piece.dropFirst(key.count).first == "="
      if isPart || parts.isEmpty {
        parts.append(String(piece))
      } else {
        parts[parts.count - 1] += "," + piece
      }
    }
    return parts
  }

  /// How an object is written in a flag.
  static func form(of shape: Shape) -> String {
    let fields = "key=value with the keys \(shape.fields.map(\.key).joined(separator: ", ")), commas between"
    if shape.fields.contains(where: { $0.key == "reliability" }) { return "B2, or \(fields)" }
    guard let short = Short.of(shape) else { return fields }
    return "\(short.example), or \(fields)"
  }
}
