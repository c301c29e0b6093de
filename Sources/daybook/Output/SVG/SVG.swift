/// A drawing in SVG 1.1, written element by element: always well-formed, no script, nothing fetched from elsewhere.
///
/// The same calls give the same bytes: numbers have at most two decimals, attributes keep their order. An element is
/// written as it comes and may hold others (``element(_:_:_:)``), a text (``text(_:_:_:)``) or nothing (``add(_:_:)``).
/// Lengths are pixels of CSS, in which a font of 12 is the size of a footnote.
struct SVG {
  /// Attributes in the order in which they are written.
  typealias Attributes = KeyValuePairs<StaticString, Value>

  private var body = ""
  private let width: Double
  private let height: Double
  private let title: String
  private let description: String

  /// - Parameters:
  ///   - title: what a screen reader says of the whole drawing.
  ///   - description: the same at more length; empty for none.
  init(width: Double, height: Double, title: String, description: String = "") {
    (self.width, self.height, self.title, self.description) = (width, height, title, description)
  }

  /// Adds an element without content.
  mutating func add(_ name: StaticString, _ attributes: Attributes) {
    body += "<\(name)"
    write(attributes)
    body += "/>\n"
  }

  /// Adds an element with whatever `content` adds.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: (inout SVG) -> Void) {
    body += "<\(name)"
    write(attributes)
    body += ">\n"
    content(&self)
    body += "</\(name)>\n"
  }

  /// Adds an element that holds a text, for example `text` or `title`.
  mutating func text(_ text: String, _ name: StaticString = "text", _ attributes: Attributes = [:]) {
    body += "<\(name)"
    write(attributes)
    body += ">\(SVG.escaped(text))</\(name)>\n"
  }

  /// The `svg` element, ready to stand in a page of HTML.
  ///
  /// Ids in a page must be unique: whoever puts several drawings into one gives each its own ids.
  var inline: String {
    var result = SVG.opening(width, height)
    result += "<title>\(SVG.escaped(title))</title>\n"
    if !description.isEmpty { result += "<desc>\(SVG.escaped(description))</desc>\n" }
    return result + body + "</svg>\n"
  }

  /// The drawing as a file of its own.
  var file: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + inline }

  private mutating func write(_ attributes: Attributes) {
    for (name, value) in attributes { body += " \(name)=\"\(value.text)\"" }
  }

  private static func opening(_ width: Double, _ height: Double) -> String {
    let (width, height) = (number(width), number(height))
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"\(width)\" height=\"\(height)\" "
      + "viewBox=\"0 0 \(width) \(height)\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n"
  }
}
