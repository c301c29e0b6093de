/// Every JSON Schema that the project publishes about events, as it is generated from the shapes.
public enum SchemaDocuments {
  /// Name and text of each file in `Schemas/Embedded`.
  public static var all: [(name: String, text: String)] {
    DocumentForm.allCases.flatMap { form in
      let schema = JSONSchema(form)
      let kinds = Kind.allCases.map { (JSONSchema.file($0.rawValue, form), schema.kind($0).pretty) }
      return [(JSONSchema.file("envelope", form), schema.envelope.pretty)] + kinds
    }
  }
}
