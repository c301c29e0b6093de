import Views
import Vocabulary

/// The JSON Schema (2020-12) of the answers of one view, made of its columns, so that it cannot say anything else.
///
/// Everything is mandatory and closed: an answer that lacks a column, or has one too many, or one of another type, is
/// refused. What all answers share it takes from `output_parts.json`. The files in `Schemas/Views` are these, for those
/// who read the repository; a test holds them to it.
struct ViewSchema {
  let view: any View.Type
  /// Whether it is of one line of JSON lines, a row by itself, instead of a whole answer.
  let isLine: Bool

  /// Of every view, the answer and the line.
  static let all = Views.all.flatMap { view in [false, true].map { ViewSchema(view: view, isLine: $0) } }

  /// What `daybook schema` calls it: `view_control`, `view_control_line`.
  var name: String { "view_\(view.name)\(isLine ? "_line" : "")" }

  /// The schema.
  var json: JSONText {
    .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("$id", .string("urn:daybook:output:\(name):1")), ("title", .string(name.replacing("_", with: " "))),
        ("description", .string(description)),
      ] + Self.object(isLine ? asked + row : asked + [("columns", columns), ("rows", rows)]))
  }

  private var description: String {
    let format =
      isLine
      ? "One line of `daybook view \(view.name) --format jsonl`"
      : "What `daybook view \(view.name) --format json` prints"
    return "\(format): \(view.summary)."
  }

  /// The view, what was asked, and the log; whoever withholds says at which level.
  private var asked: [(String, JSONText)] {
    let level = JSONText.object([("required", .array([.string("disclosure")]))])
    let asked = JSONText.object([
      ("$ref", .string(Self.parts("asked"))),
      view.withholds ? ("required", .array([.string("disclosure")])) : ("not", level),
    ])
    return [
      ("view", .object([("const", .string(view.name))])), ("asked", asked),
      ("log", .object([("$ref", .string(Self.parts("log")))])),
    ]
  }

  /// The columns, each with its name and type, in their order.
  private var columns: JSONText {
    let each = view.columns.map { column in
      JSONText.object([
        ("$ref", .string(Self.parts("column"))),
        (
          "properties",
          .object([
            ("name", .object([("const", .string(column.name))])),
            ("type", .object([("const", .string(column.type.rawValue))])),
          ])
        ),
      ])
    }
    return .object([
      ("type", .string("array")), ("prefixItems", .array(each)), ("minItems", .number(each.count)),
      ("items", .boolean(false)),
    ])
  }

  private var rows: JSONText {
    .object([("type", .string("array")), ("items", .object(Self.object(row)))])
  }

  /// The members of a row: what every row has, and the cells of this view.
  private var row: [(String, JSONText)] {
    let shared = ["because", "against", "ignored", "roots", "grade", "disputes", "redactions"]
    let cells = Self.object(view.columns.map { ($0.name, $0.schema) }, "The values, by the name of the column.")
    return [("key", Self.member("key")), ("cells", .object(cells))] + shared.map { ($0, Self.member($0)) }
  }

  /// A member of every row, as `output_parts.json` has it.
  private static func member(_ name: String) -> JSONText {
    .object([("$ref", .string(parts("row/properties/\(name)")))])
  }

  private static func parts(_ name: String) -> String { "urn:daybook:output:parts:1#/$defs/\(name)" }

  /// A closed object whose members are all mandatory.
  private static func object(_ members: [(String, JSONText)], _ description: String? = nil) -> [(String, JSONText)] {
    [("type", .string("object"))] + (description.map { [("description", .string($0))] } ?? []) + [
      ("properties", .object(members)), ("required", .array(members.map { .string($0.0) })),
      ("additionalProperties", .boolean(false)),
    ]
  }
}

extension Column {
  /// What a cell of the column may be; null when nothing is known.
  fileprivate var schema: JSONText {
    .object(form + [("description", .string(doc))])
  }

  private var form: [(String, JSONText)] {
    func plain(_ word: String) -> [(String, JSONText)] { [("type", .array([.string(word), .string("null")]))] }
    func list(_ items: [(String, JSONText)]) -> [(String, JSONText)] { plain("array") + [("items", .object(items))] }
    switch type {
    case .text: return plain("string")
    case .number: return plain("integer")
    case .flag: return plain("boolean")
    case .day: return plain("string") + [("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .list: return list([("type", .string("string"))])
    case .events: return list([("type", .string("integer")), ("minimum", .integer(0))])
    case .range:
      let figure = JSONText.object([("$ref", .string("urn:daybook:output:parts:1#/$defs/figure"))])
      return [("anyOf", .array([figure, .object([("type", .string("null"))])]))]
    }
  }
}
