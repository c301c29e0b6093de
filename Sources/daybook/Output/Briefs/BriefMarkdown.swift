import ViewStore
import Views

/// A situation report in Markdown (CommonMark with footnotes, as most programs read it).
struct BriefMarkdown {
  let document: BriefDocument

  func write(to output: inout Output) {
    output.line("# \(Self.escaped(document.title))")
    output.line()
    for (name, value) in document.head {
      output.line(name == "Made by" ? "- \(name): `\(value)`" : "- \(name): \(Self.escaped(value))")
    }
    for section in document.brief.sections {
      output.line()
      output.line("## \(Self.escaped(section.heading))")
      output.line()
      for sentence in section.sentences { write(sentence, 0, to: &output) }
    }
    output.line()
    for event in document.brief.events.sorted() {
      let parts = document.reading.exhibits[event].map { BriefNote($0).parts } ?? ["#\(event)"]
      output.line("[^\(event)]: " + parts.map(Self.escaped).joined(separator: " · "))
    }
  }

  private func write(_ sentence: Brief.Sentence, _ depth: Int, to output: inout Output) {
    let notes = sentence.notes.map { "[^\($0)]" }.joined()
    let strength = sentence.strength.flatMap { $0.isEmpty ? nil : " *(\(Self.escaped($0)))*" } ?? ""
    output.line(String(repeating: "  ", count: depth) + "- \(Self.escaped(sentence.text))\(strength)\(notes)")
    for beneath in sentence.beneath { write(beneath, depth + 1, to: &output) }
  }

  /// Text that Markdown would read as markup, made plain; line breaks become spaces.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#":
        if character != "#" || escaped.isEmpty { escaped.unicodeScalars.append("\\") }
        escaped.unicodeScalars.append(character)
      case "&": escaped += "&amp;"
      case "\n", "\r", "\t": escaped.unicodeScalars.append(" ")
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
