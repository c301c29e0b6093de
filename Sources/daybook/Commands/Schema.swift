import ArgumentParser
import Schemas
import Views
import Vocabulary

/// The published contract.
struct SchemaCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the published contract: JSON Schemas, code lists, SQL.",
    discussion: """
      Without a name: the kinds and the other documents. With the name of a kind: its JSON Schema (2020-12), of the \
      recorded event, or with --draft of what is appended. view_NAME is the schema of the answer of a view, and \
      view_NAME_line of one row of it as JSON lines; both say what every column means.

      Examples:
        daybook schema
        daybook schema attack --draft
        daybook schema codes_mode
        daybook schema view_control
        daybook schema import_mapping
        daybook schema log_001.sql
      """)

  @Argument(help: ArgumentHelp("A kind, or the name of a document.", valueName: "name"))
  var name: String?

  @Flag(help: "The draft of a kind instead of the recorded event.")
  var draft = false

  func run(_ output: inout Output) throws {
    guard let name else { return Self.list(&output) }
    let file = name.replacing(".", with: "_")
    let candidates =
      (draft ? ["schema_\(file)_draft.json"] : ["schema_\(file).json", "schema_claim_\(file).json"])
      + (draft ? ["schema_claim_\(file)_draft.json"] : [name, name + ".json", "codes_\(file).json", name + ".sql"])
    for candidate in candidates {
      if let bytes = Schemas.file(candidate) { return output.write(bytes) }
    }
    let plain = file.replacing("-", with: "_")
    if !draft, let schema = ViewSchema.all.first(where: { $0.name == plain || $0.name + "_json" == plain }) {
      return output.write(schema.json.pretty)
    }
    let known = Kind.allCases.map(\.rawValue) + ["envelope"] + Schemas.names + ViewSchema.all.map(\.name)
    let nearest = Nearest.word(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
    throw Complaint(.usage, "'\(name)': there is no such document\(nearest)\nList them with: daybook schema")
  }

  private static func list(_ output: inout Output) {
    var table = Table("Family", "Kind", "What it records")
    for family in Family.allCases {
      for (index, kind) in Kind.allCases.filter({ $0.type.family == family }).enumerated() {
        table.add([index == 0 ? family.rawValue : "", kind.rawValue, kind.doc])
      }
    }
    table.write(to: &output)
    let others = Schemas.names.filter { !$0.hasPrefix("schema_") }
    let codes = others.filter { $0.hasPrefix("codes_") }.map { $0.dropFirst(6).dropLast(5) }
    output.line()
    output.line("Every event has an envelope: daybook schema envelope")
    output.line("Code lists (daybook schema codes_NAME):")
    for line in TextWidth.wrapped(codes.joined(separator: " "), to: (output.width ?? 110) - 2) {
      output.line("  " + line)
    }
    output.line("Answers of views (daybook schema view_NAME, and view_NAME_line for one row of JSON lines):")
    let views = Views.all.map { $0.name }.joined(separator: " ")
    for line in TextWidth.wrapped(views, to: (output.width ?? 110) - 2) { output.line("  " + line) }
    let rest = others.filter { !$0.hasPrefix("codes_") }
    output.line("Other documents: " + rest.joined(separator: " "))
  }
}
