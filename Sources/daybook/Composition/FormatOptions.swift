import ArgumentParser

/// How a result is printed.
enum Format: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case table
  /// One JSON document.
  case json
  /// One JSON document a line.
  case jsonl
  /// Comma-separated values with a header.
  case csv
}

/// `--format` on commands that print rows.
struct FormatOptions: ParsableArguments {
  @Option(name: .long, help: "How to print: table for people, json, jsonl or csv for programs.")
  var format: Format = .table
}
