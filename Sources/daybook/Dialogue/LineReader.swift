/// Reads a line from a person, with completion by Tab. Talk goes to standard error, as all talk does.
struct LineReader {
  private let keyboard: Keyboard
  private let keys: KeyReader<Left>

  /// What a person did.
  enum Answer: Equatable {
    case line(String)
    /// Wants to go back to what was asked before.
    case previous
  }

  /// How many choices are listed.
  private static let mostChoices = 20

  init(_ keyboard: Keyboard) {
    self.keyboard = keyboard
    keys = KeyReader { milliseconds throws(Left) in try keyboard.byte(within: milliseconds) }
  }

  /// Asks for a line.
  ///
  /// - Parameters:
  ///   - text: what stands in the line at first.
  ///   - complete: what Tab makes of what was typed.
  func read(
    _ prompt: String, _ text: String = "", completing complete: (String) throws -> Completion = { Completion($0) }
  ) throws -> Answer {
    var line = EditedLine(text)
    show(prompt, line)
    while true {
      let key = try keys.key()
      switch key {
      case .enter:
        line.apply(.end)
        return end(prompt, line, .line(line.text))
      case .previous: return end(prompt, line, .previous)
      case .giveUp: throw leave(.gaveUp)
      case .endOfInput:
        if line.text.isEmpty { throw leave(.gaveUp) }
        line.apply(.delete)
      case .tab:
        let completion = try complete(line.text)
        if completion.text == line.text, completion.choices.isEmpty, completion.note == nil { keyboard.write("\u{7}") }
        say(completion)
        line = EditedLine(completion.text)
      case .suspend: keyboard.suspend()
      case .redraw: keyboard.write("\u{1B}[H\u{1B}[2J")
      default: line.apply(key)
      }
      show(prompt, line)
    }
  }

  /// Asks for a word of a few.
  func choose(
    _ prompt: String, completing choices: [Completion.Choice] = [], _ isAnswer: (String) -> Bool
  ) throws -> String {
    while true {
      let answer = try read(prompt) { Completion.of($0, among: choices) }
      if case .line(let line) = answer, isAnswer(line.trimmed.lowercased()) { return line.trimmed.lowercased() }
    }
  }

  private func say(_ completion: Completion) {
    guard !completion.choices.isEmpty || completion.note != nil else { return }
    let columns = (Descriptor.error.width ?? 80) - 5
    var lines = completion.choices.prefix(Self.mostChoices).map { "    " + Self.clipped(TextWidth.safe($0), columns) }
    let rest = completion.choices.count - lines.count
    if rest > 0 { lines.append("    … and \(rest) more; type more of it") }
    if let note = completion.note { lines.append("    " + Self.clipped(TextWidth.safe(note), columns)) }
    keyboard.write("\n" + lines.joined(separator: "\n") + "\n")
  }

  private static func clipped(_ text: String, _ columns: Int) -> String {
    guard TextWidth.of(text) > columns else { return text }
    var used = 1
    let head = text.prefix { character in
      used += TextWidth.of(character)
      return used <= columns
    }
    return head + "…"
  }

  /// Draws the line anew: the prompt, and as much of the line as fits beside it.
  private func show(_ prompt: String, _ line: EditedLine) {
    let columns = max(10, (Descriptor.error.width ?? 80) - TextWidth.of(prompt) - 1)
    let (text, behind) = line.shown(in: columns)
    keyboard.write("\r" + prompt + text + "\u{1B}[K" + (behind > 0 ? "\u{1B}[\(behind)D" : ""))
  }

  private func end(_ prompt: String, _ line: EditedLine, _ answer: Answer) -> Answer {
    show(prompt, line)
    keyboard.write("\n")
    return answer
  }

  private func leave(_ why: Left) -> Left {
    keyboard.write("\n")
    return why
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmed: String {
    let begun = drop { $0.isWhitespace }
    return String(String(begun.reversed().drop { $0.isWhitespace }).reversed())
  }
}
