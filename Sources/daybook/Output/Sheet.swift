/// Facts about one thing for a person: a label, and beside it what there is to say, wrapped to the terminal.
struct Sheet {
  private var lines: [(label: String, text: String)] = []
  /// How far the labels are set in.
  private let indent: Int

  init(indent: Int = 0) { self.indent = indent }

  /// Whether there is nothing to say.
  var isEmpty: Bool { lines.isEmpty }

  /// Adds a fact; nothing is added for an empty text.
  mutating func add(_ label: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    lines.append((label, TextWidth.safe(text)))
  }

  /// Adds several facts under one label.
  mutating func add(_ label: String, _ texts: [String]) {
    for (index, text) in texts.enumerated() { lines.append((index == 0 ? label : "", TextWidth.safe(text))) }
  }

  /// Writes the facts.
  func write(to output: inout Output) {
    let widest = lines.reduce(0) { max($0, TextWidth.of($1.label)) }
    let margin = String(repeating: " ", count: indent)
    for (label, text) in lines {
      let padding = String(repeating: " ", count: widest - TextWidth.of(label) + 2)
      let room = output.width.map { max(20, $0 - indent - widest - 2) }
      let pieces = room.map { TextWidth.wrapped(text, to: $0) } ?? [text]
      output.line(margin + label + padding + pieces[0])
      for piece in pieces.dropFirst() {
        output.line(margin + String(repeating: " ", count: widest + 2) + piece)
      }
    }
  }
}
