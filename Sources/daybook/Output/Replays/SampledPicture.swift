import Ledger
import ViewStore
import Views
import Vocabulary

/// History as a row of pictures: for the control view which places changed hands, for others what changed in each row.
struct SampledPicture {
  let asking: Asking
  let question: Question
  let sampling: Sampling

  private var isControl: Bool { asking.view == Control.self }

  /// Plays the history and writes it, step by step where the format allows.
  func write(_ format: Format, to output: inout Output) throws {
    switch format {
    case .table: try writeTable(to: &output)
    case .json:
      var steps: [JSONText] = []
      try play(format, to: &output) { sample, handovers, _ in
        steps.append(json(sample, handovers))
        return true
      }
      output.write(document(steps).pretty)
    case .jsonl:
      try play(format, to: &output) { sample, handovers, output in
        output.line(json(sample, handovers).line)
        output.flush()
        return output.isWanted
      }
    case .csv: try writeCSV(to: &output)
    }
  }

  /// Calls with every picture that differs from the one before.
  ///
  /// Where none does, `nothing` is said.
  private func play(
    _ format: Format, to output: inout Output, _ body: (Sampling.Sample, [Handover], inout Output) throws -> Bool
  ) throws {
    var before: Reading?
    var isSilent = true
    var isSame = true
    try sampling.play(question, asking) { sample in
      defer { before = sample.reading }
      isSilent = isSilent && sample.reading.answer.isSilent
      guard let before, let changes = sample.changes, !changes.isEmpty else { return true }
      let handovers = isControl ? try Handover.all(from: before, to: sample, asking) : []
      if !isControl || format == .json || format == .jsonl || !handovers.isEmpty { isSame = false }
      return try body(sample, handovers, &output)
    }
    guard isSame else { return }
    let nothing =
      isControl ? "No place changed hands, as far as the events tell." : "Nothing changed, as far as the events tell."
    Silence.say(isSilent ? Silence.noEvidence : nothing, format, &output)
  }

  private func writeTable(to output: inout Output) throws {
    let title = isControl ? "Which places changed hands" : "How \(asking.view.name) changed"
    output.line("\(title), \(sampling.stretch)")
    for line in Picture.joined(sampling.still(question), to: output.width) { output.line(line) }
    output.line()
    guard isControl else { return try writeRows(to: &output) }
    var table = Table("When", "Place", "From", "To", "On whose word")
    try play(.table, to: &output) { sample, handovers, _ in
      for handover in handovers {
        for (number, told) in handover.told.enumerated() {
          let first = [handover.day.description, handover.name, handover.was.text, handover.now.text]
          table.add((number == 0 ? first : ["", "", "", ""]) + [told])
        }
      }
      return true
    }
    if !table.rows.isEmpty { table.write(to: &output) }
  }

  private func writeRows(to output: inout Output) throws {
    var isFirst = true
    try play(.table, to: &output) { sample, _, output in
      guard let changes = sample.changes else { return true }
      if !isFirst { output.line() }
      isFirst = false
      output.line("\(sample.day)")
      ComparisonText(asking.view.columns, width: output.width, line: line(of: changes))
        .write(changes, margin: "  ", to: &output)
      output.flush()
      return output.isWanted
    }
  }

  private func writeCSV(to output: inout Output) throws {
    guard isControl else {
      output.write(CSV.line(["time", "key", "column", "was", "now"]))
      try play(.csv, to: &output) { sample, _, output in
        for line in sample.changes.map(lines) ?? [] { output.write(CSV.line([sample.day.description] + line)) }
        return output.isWanted
      }
      return
    }
    output.write(
      CSV.line([
        "time", "place", "name", "from_status", "from_actors", "to_status", "to_actors", "events", "on_whose_word",
      ]))
    try play(.csv, to: &output) { _, handovers, output in
      for handover in handovers {
        output.write(
          CSV.line([
            handover.day.description, handover.place, handover.name, handover.was.status,
            handover.was.actors.joined(separator: ", "), handover.now.status,
            handover.now.actors.joined(separator: ", "), handover.words.map { "#\($0.event)" }.joined(separator: " "),
            handover.told.joined(separator: "; "),
          ]))
      }
      return output.isWanted
    }
  }

  /// Tells an event of a change in one line, as exactly as the level allows.
  private func line(of changes: Comparison?) -> (UInt64) -> EventLine {
    let (ledger, level) = (asking.ledger, question.disclosure)
    let guarding = asking.guarding(level)
    let guarded = level == .full ? [] : changes?.guarded(where: guarding.isGuarded) ?? []
    return { EventLine($0, in: ledger, shown: level, isGuarded: guarded.contains($0) || guarding.isGuarded($0)) }
  }

  /// Key, column, old and new value of everything that differs.
  private func lines(_ changes: Comparison) -> [[String]] {
    let columns = asking.view.columns
    let added = changes.added.flatMap { row in zip(columns, row.cells).map { [row.key, $0.name, "", "\($1)"] } }
    let removed = changes.removed.flatMap { row in zip(columns, row.cells).map { [row.key, $0.name, "\($1)", ""] } }
    let changed = changes.changed.flatMap { change in
      change.cells.map { [change.key, $0.column, "\($0.was)", "\($0.now)"] }
    }
    return (added + removed).filter { $0[2] != $0[3] } + changed
  }

  private func json(_ sample: Sampling.Sample, _ handovers: [Handover]) -> JSONText {
    let changes = sample.changes
    let events = Set(
      (changes?.added ?? []).flatMap(\.events) + (changes?.changed ?? []).flatMap(\.entered)
    ).sorted()
    let line = line(of: changes)
    let head: [(String, JSONText)] = [
      ("view", .string(asking.view.name)), ("position", .null), ("day", .day(sample.day)),
      ("events", .array(events.map { line($0).json })),
    ]
    return .object(
      head + (changes?.members(asking.view.columns) ?? []) + [("hands", .array(handovers.map(\.json)))])
  }

  private func document(_ steps: [JSONText]) -> JSONText {
    .object([
      ("view", .string(asking.view.name)),
      ("at", sampling.clock == .at ? .day(sampling.to) : .day(question.at)), ("profile", .string(question.profile)),
      ("clock", .string(sampling.clock.rawValue)), ("step", .string(sampling.step.rawValue)),
      ("columns", .array(asking.view.columns.map(\.json))), ("steps", .array(steps)),
    ])
  }
}

extension Sampling {
  /// `as it happened, 2023-08-01 to 2023-11-30, month by month`.
  var stretch: String {
    let clock =
      switch clock {
      case .at: "as it happened"
      case .asOf: "as the ledger learned it"
      case .publishedBy: "as the public could learn it"
      }
    return "\(clock), \(from) to \(to), \(step.rawValue) by \(step.rawValue)"
  }

  /// What stands still: the clocks that are not played, and the profile.
  func still(_ question: Question) -> [String] {
    let known =
      switch question.asOf {
      case .now: "all the ledger knows"
      case .position(let position): "as of #\(position)"
      case .day(let day): "as of \(day)"
      }
    let published = question.publishedBy.map { "published by \($0)" } ?? "whenever published"
    let times =
      switch clock {
      case .at: [known, published]
      case .asOf: ["at \(question.at)", published]
      case .publishedBy: ["at \(question.at)", known]
      }
    return times + ["profile \(question.profile)"]
  }
}
