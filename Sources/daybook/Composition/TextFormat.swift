import ArgumentParser

/// How a result is printed that has no rows.
enum TextFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case table
  /// One JSON document.
  case json
}
