/// A name as it was written, where a field of the payload holds the id it was resolved to.
enum Written {
  static let shape = Shape(
    "written", "A name as it was written, where a field holds the id.",
    [
      .must("field", .form(.path), "The field of the payload, by its dotted path."),
      .must("text", .text, "The name as written."),
    ])
}
