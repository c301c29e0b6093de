import Leaf
import Ledger
import ViewStore
import Views
import Vocabulary

/// Fills in a draft by asking the person at the terminal, shows the event, and asks whether to append it.
///
/// Every answer is checked at once with the rules of the append itself. Nothing is appended here.
struct Dialogue {
  /// How it ended.
  enum Outcome {
    /// The draft shall be appended.
    case append([UInt8])
    /// The draft shall be gone over in an editor.
    case edit(Value)
  }

  private let probe: Probe
  private let questions: [FieldQuestion]
  private let completer: Completer
  private let reader: LineReader
  private var draft: Value
  /// The answers as they were typed, by question; shown when one comes back to it.
  private var typed: [Int: [String]] = [:]
  /// The questions that were asked, for going back.
  private var asked: [Int] = []

  /// - Parameter draft: what flags or an editor gave.
  init(_ draft: FlagDraft, _ appending: Appending, at keyboard: Keyboard) throws {
    probe = try Probe(draft.kind, appending)
    questions = FieldQuestion.all(of: draft.kind)
    completer = try Completer(appending.ledger)
    reader = LineReader(keyboard)
    self.draft = draft.value
  }

  /// Asks for what the draft does not have, then whether to append it.
  mutating func run() throws -> Outcome {
    say([probe.kind.doc] + Self.wrapped(Self.introduction))
    var open = questions.indices.filter { questions[$0].isAsked && questions[$0].answers(in: draft).isEmpty }[...]
    while let next = open.popFirst() {
      switch try ask(next) {
      case .next: asked.append(next)
      case .previous:
        open = [next] + open
        if let last = asked.popLast() { open = [last] + open }
      case .rest:
        asked.append(next)
        open = open.filter { questions[$0].isMandatory }[...]
      }
    }
    return try confirm()
  }

  /// Shows the event and asks whether to append it; what is still wrong is asked for first.
  mutating func confirm() throws -> Outcome {
    var isShown = false
    while true {
      if try !mend() { isShown = false }
      if !isShown { try show() }
      isShown = true
      let answer = try reader.read(Self.prompt) { [questions] text in
        Completion.of(text, among: questions.map { .init($0.label) })
      }
      guard case .line(let line) = answer else {
        if let last = asked.popLast() { _ = try ask(last) }
        isShown = false
        continue
      }
      let word = line.trimmed
      switch word.lowercased() {
      case "y", "yes", "o", "oui", "نعم": return .append(try probe.filled(draft).encode())
      case "n", "no", "non", "لا": throw Left.gaveUp
      case "e", "edit": return .edit(try probe.filled(draft))
      case "?": say(["Fields: " + questions.map(\.label).joined(separator: ", ")].flatMap(Self.wrapped))
      case "":
        say(["y appends the event, n gives up, e opens your editor; the name of a field asks for it again."])
      default:
        guard let index = questions.firstIndex(where: { $0.label == word.lowercased() }) else {
          let nearest = Nearest.word(to: word, among: questions.map(\.label)).map { "; did you mean \($0)?" } ?? ""
          say(["'\(word)': there is no such field\(nearest)"])
          continue
        }
        _ = try ask(index)
        isShown = false
      }
    }
  }

  /// Asks again for what is wrong with the whole.
  ///
  /// - Returns: whether nothing was.
  private mutating func mend() throws -> Bool {
    var isRight = true
    while true {
      do {
        _ = try probe.leaf(of: draft)
        return isRight
      } catch let refused as Appending.Refused {
        isRight = false
        guard case .refused(_, .findings(let findings)) = refused.error, let finding = findings.first,
          let index = question(of: finding)
        else { throw refused }
        say(Self.wrapped(finding.message(at: questions[index].label)))
        _ = try ask(index)
      }
    }
  }

  /// The question that a finding about the whole is about; of an object that is missing its first.
  private func question(of finding: Finding) -> Int? {
    questions.firstIndex { $0.isMeant(at: finding.path, in: draft) }
      ?? questions.firstIndex { $0.relation != nil && finding.path == "refs" && $0.answers(in: draft).isEmpty }
      ?? questions.firstIndex { $0.path.joined(separator: ".").hasPrefix(finding.path + ".") }
  }

  /// Shows the event as it would be appended.
  private func show() throws {
    let leaf = try probe.leaf(of: draft)
    let event = Event(try Document(leaf, as: .trusted))
    let shown = event.summary(shown: .full, in: probe.appending.ledger)
    say(["", shown] + event.document.root.value.pretty.split(separator: "\n").map(String.init))
  }
}

extension Dialogue {
  /// What one question came to.
  private enum Move { case next, previous, rest }

  private static let introduction =
    "* must be answered; Enter leaves another out. ? tells what is allowed, Tab completes, < goes back, "
    + ". leaves out the rest, Ctrl-C gives up."
  private static let prompt = "Append this event? y, n, e (editor), or a field to change: "

  /// Asks one question until its answers can stand.
  private mutating func ask(_ index: Int) throws -> Move {
    let question = questions[index]
    var answers = typed[index] ?? question.answers(in: draft)
    var position = 0
    var line: String?
    while true {
      let prompt =
        (question.isMandatory && position == 0 ? "* " : "  ") + (position > 0 ? "another " : "") + question.label
      let shown = line ?? (position < answers.count ? answers[position] : "")
      line = nil
      let answer = try reader.read(prompt + ": ", shown) { [completer] text in
        try completer.complete(text, as: question.type, isTarget: question.relation != nil)
      }
      guard case .line(let read) = answer, read.trimmed != "<" else {
        if position == 0 { return .previous }
        position -= 1
        continue
      }
      let text = read.trimmed
      switch text {
      case "?": say(question.help(width: min(Descriptor.error.width ?? 80, 100) - 4))
      case "", ".":
        answers.removeSubrange(
          position..<(text == "." || !question.isList ? answers.count : min(position + 1, answers.count)))
        if position < answers.count { continue }
        if answers.isEmpty, question.isMandatory {
          say(["This must be answered; ? tells what is allowed."])
          continue
        }
        try take(answers, index)
        return text == "." ? .rest : .next
      default:
        let whole = Array(answers[..<position]) + [text] + answers.dropFirst(position + 1)
        guard try accept(whole, text, question) else {
          line = read
          continue
        }
        answers = whole
        try take(answers, index)
        guard question.isList else { return .next }
        position += 1
      }
    }
  }

  /// Whether the answers to a question can stand; says what is against them, or what the last stands for.
  private func accept(_ answers: [String], _ last: String, _ question: FieldQuestion) throws -> Bool {
    var changed = draft
    question.clear(&changed)
    do throws(FlagValue.Refusal) {
      for text in answers { try question.answer(text, in: &changed) }
    } catch {
      say(Self.wrapped("\(error.text): not of the right form; allowed: \(error.allowed)"))
      return false
    }
    let findings = try probe.findings(question, in: changed)
    for finding in findings { say(Self.wrapped(finding.message(at: question.label))) }
    guard findings.allSatisfy(\.isWarning) else { return false }
    if let meaning = completer.meaning(last, as: question.itemType) { say([meaning]) }
    return true
  }

  /// Puts answers that were accepted into the draft.
  private mutating func take(_ answers: [String], _ index: Int) throws {
    questions[index].clear(&draft)
    for text in answers { try questions[index].answer(text, in: &draft) }
    typed[index] = answers
  }

  /// Says lines, with nothing in them that could steer the terminal.
  private func say(_ lines: [String]) {
    for line in lines { Descriptor.error.say(line.isEmpty ? "" : "    " + TextWidth.safe(line)) }
  }

  private static func wrapped(_ text: String) -> [String] {
    TextWidth.wrapped(text, to: max(30, min(Descriptor.error.width ?? 80, 110) - 5))
  }
}
