import Ledger
import ViewStore
import Views
import Vocabulary

/// The history of a view, drawn step by step as it is played.
struct HistoryPicture {
  let view: any View.Type
  let ledger: Ledger
  let question: Question
  let clock: HistoryClock
  private let views: ViewStore
  private let guarding: EventGuard
  private var count = 0

  init(_ asking: Asking, _ question: Question, along clock: HistoryClock) {
    view = asking.view
    ledger = asking.ledger
    views = asking.views
    self.question = question
    self.clock = clock
    guarding = asking.guarding(question.disclosure)
  }

  /// What stands before the first step.
  func begin(_ format: Format, to output: inout Output) {
    switch format {
    case .table:
      output.line("How \(view.name) changed, \(stretch)")
      output.line("at \(question.at) · \(other) · profile \(question.profile)")
    case .csv: output.write(CSV.line(["time", "change", "key", "column", "was", "now", "events"]))
    case .json, .jsonl: break
    }
  }

  /// One step.
  mutating func write(_ step: HistoryStep, _ format: Format, to output: inout Output) {
    count += 1
    switch format {
    case .table: writeText(step, to: &output)
    case .csv: writeCSV(step, to: &output)
    case .json, .jsonl: output.line(json(step).line)
    }
  }

  /// What stands after the last step; for one JSON document, all of it.
  func end(_ steps: [HistoryStep], _ format: Format, to output: inout Output) throws {
    let isEmpty = count == 0 && steps.isEmpty
    if isEmpty, format != .table { Silence.note(try nothing()) }
    switch format {
    case .table:
      output.line()
      output.line(
        isEmpty ? try nothing() : "\(Progress.grouped(UInt64(count))) step\(count == 1 ? "" : "s") changed it.")
    case .json:
      output.write(
        JSONText.object([
          ("view", .string(view.name)), ("at", .day(question.at)), ("profile", .string(question.profile)),
          ("clock", .string(isLedger ? "as-of" : "published-by")), ("step", .null),
          ("columns", .array(view.columns.map(\.json))),
          ("steps", .array(steps.map(json))),
        ]).pretty)
    case .csv, .jsonl: break
    }
  }

  /// What is said of a history without steps: that nothing changed, or that there never was anything to change.
  private func nothing() throws -> String {
    var end = question
    switch clock {
    case .ledger(_, let to): end.asOf = to
    case .publication(_, let to): end.publishedBy = to
    }
    let answer = try views.answer(end, from: FollowedLedger(ledger)).answer
    return answer.isSilent ? Silence.noEvidence : "Nothing changed."
  }

  private func writeText(_ step: HistoryStep, to output: inout Output) {
    output.line()
    switch step.time {
    case .position(let position):
      let line = EventLine(
        position, in: ledger, shown: question.disclosure, isGuarded: guarding.isGuarded(position))
      for text in TextWidth.wrapped("#\(position)  \(line.kind): \(line.summary)", to: output.width ?? .max) {
        output.line(TextWidth.safe(text))
      }
    case .day(let day): output.line("\(day)")
    }
    // What the head of the step names already is not told again.
    let enders = isLedger ? [:] : step.enders
    ComparisonText(view.columns, width: output.width, ender: { enders[$0] }, line: line(of: step))
      .write(step.changes, margin: "  ", to: &output)
    let told = Set(step.changes.events)
    let rest = step.events.filter { !told.contains($0) }
    guard case .day = step.time, !rest.isEmpty else { return }
    output.line("  also by then: \(rest.map { "#\($0)" }.joined(separator: " "))")
  }

  /// Tells an event of a step in one line, as exactly as the level allows.
  private func line(of step: HistoryStep) -> (UInt64) -> EventLine {
    let (ledger, level, guarding) = (ledger, question.disclosure, guarding)
    let guarded = level == .full ? [] : step.changes.guarded(where: guarding.isGuarded)
    return { EventLine($0, in: ledger, shown: level, isGuarded: guarded.contains($0) || guarding.isGuarded($0)) }
  }

  /// The events of a step, with what ended others.
  private func events(of step: HistoryStep) -> [UInt64] { Set(step.events + step.enders.values).sorted() }

  private func writeCSV(_ step: HistoryStep, to output: inout Output) {
    let events = events(of: step).map { "#\($0)" }.joined(separator: " ")
    func line(_ change: String, _ key: String, _ column: String, _ was: String, _ now: String) {
      output.write(CSV.line([word(step.time), change, key, column, was, now, events]))
    }
    for (change, rows) in [("added", step.changes.added), ("removed", step.changes.removed)] {
      for row in rows {
        for (column, cell) in zip(view.columns, row.cells) where !cell.description.isEmpty {
          let value = cell.description
          line(change, row.key, column.name, change == "added" ? "" : value, change == "added" ? value : "")
        }
      }
    }
    for change in step.changes.changed {
      for cell in change.cells { line("changed", change.key, cell.column, cell.was.description, cell.now.description) }
      if change.cells.isEmpty { line("changed", change.key, "", "", "") }
    }
  }

  private func json(_ step: HistoryStep) -> JSONText {
    let position: UInt64? = if case .position(let position) = step.time { position } else { nil }
    let day: Day? = if case .day(let day) = step.time { day } else { nil }
    return .object(
      [
        ("view", .string(view.name)), ("position", .position(position)), ("day", .day(day)),
        ("events", .array(events(of: step).map { line(of: step)($0).json })),
      ] + step.changes.members(view.columns) + [("hands", .array([]))])
  }

  private func word(_ time: HistoryStep.Time) -> String {
    switch time {
    case .position(let position): "#\(position)"
    case .day(let day): day.description
    }
  }

  private var isLedger: Bool { if case .ledger = clock { true } else { false } }

  private var stretch: String {
    switch clock {
    case .ledger(let from, let to): "as the ledger learned it, \(word(from, "the beginning")) to \(word(to, "now"))"
    case .publication(let from, let to):
      "as the public could learn it, "
        + "\(from.number <= -719_527 ? "the beginning" : from.description) to \(to)"
    }
  }

  private func word(_ time: AsOf, _ open: String) -> String {
    switch time {
    case .now: open
    case .position(let position): "#\(position)"
    case .day(let day): day.number <= -719_527 ? "the beginning" : day.description
    }
  }

  /// What stands still on the clock that is not played.
  private var other: String {
    guard isLedger else {
      return switch question.asOf {
      case .now: "all the ledger knows"
      case .position(let position): "as of #\(position)"
      case .day(let day): "as of \(day)"
      }
    }
    return question.publishedBy.map { "published by \($0)" } ?? "whenever published"
  }
}
