/// The description of one object: its fields, and the rules that hold between them.
///
/// One declaration serves the validator, the JSON Schema, the templates and the help.
public struct Shape: Sendable {
  /// The name of the object, for example `party`; the kind's name for a payload.
  public let name: String
  /// What the object is, in one sentence.
  public let doc: String
  /// The fields in the order in which people read them.
  public let fields: [Field]
  /// What holds between fields.
  public let rules: [ShapeRule]

  /// Declares an object. Field names must be unique; `Tests/VocabularyTests` proves it for all shapes.
  public init(_ name: String, _ doc: String, rules: [ShapeRule] = [], _ fields: [Field]) {
    self.name = name
    self.doc = doc
    self.fields = fields
    self.rules = rules
  }
}
