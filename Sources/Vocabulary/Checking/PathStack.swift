/// Where the checker stands in a document: a stack without allocation, turned into text only for a finding.
struct PathStack {
  private var steps = InlineArray<32, Int32>(repeating: 0)
  private var depth = 0

  /// Steps into a field, by its number in the program.
  mutating func enter(field: Int) {
    steps[depth] = Int32(field)
    depth += 1
  }

  /// Steps into an item of a list.
  mutating func enter(item: Int) {
    steps[depth] = ~Int32(item)
    depth += 1
  }

  /// Steps back.
  mutating func leave() { depth -= 1 }

  /// The dotted path, with the names that the program has for the fields.
  func text(_ fields: [Field]) -> String {
    (0..<depth).map { steps[$0] < 0 ? String(~steps[$0]) : fields[Int(steps[$0])].key }.joined(separator: ".")
  }
}
