import ArgumentParser
import ViewStore
import Views
import Vocabulary

/// Rebuilds the views from the log, proves them, or plays their history.
struct ReplayCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Rebuild the views from the log, prove that they equal it, or play history as a sequence of changes.",
    discussion: """
      Views are disposable: without options they are built anew from the log. --verify changes nothing and compares, part \
      by part, the live views with a fresh rebuild.

      --changes tells how a view changed between --from and --to: with dates, as it happened (valid time), day by day or \
      by --step; with positions, or with dates and --at, event by event as the ledger or the public learned it. --clock \
      names the clock. Of the view control, which is meant unless --view names another, pictures tell which place changed \
      hands, from whom to whom and on whose word; --format svg draws one small map for each step, a month apart unless \
      --step says otherwise.

      Exit status: 0; 1 when --verify finds a difference.

      Examples:
        daybook replay
        daybook replay --verify
        daybook replay --changes --from 2022-01-01 --to 2023-11-30 --step month
        daybook replay --changes --from 2023-01-31 --to 2023-12-31 --format svg > months.svg
        daybook replay --changes --view control --from 2023-08-01 --to 2023-11-30 --at 2023-11-30
        daybook replay --changes --view attacks --from '#200' --to '#365' --format jsonl
      """)

  @Flag(help: "Compare the live views with a fresh rebuild, and change nothing.")
  var verify = false

  @Option(help: ArgumentHelp("Only this view, for --verify and --changes.", valueName: "name"))
  var view: String?

  @Flag(help: "Tell how the view changed between --from and --to.")
  var changes = false

  @OptionGroup var clock: ChangeOptions
  @OptionGroup var times: TimeOptions
  @OptionGroup var format: ViewFormatOptions
  @OptionGroup var options: LedgerOptions

  func validate() throws {
    guard !changes || !verify else { throw ValidationError("--verify and --changes are two things; ask for one.") }
    guard changes || (clock.from == nil && clock.to == nil && clock.step == nil) else {
      throw ValidationError("--from, --to and --step belong to --changes.")
    }
  }

  func run(_ output: inout Output) throws {
    if changes { return try play(view ?? Control.name, &output) }
    let rows = try format.rows(of: "a rebuild")
    let replaying = Replaying(try options.open())
    if verify {
      let name = try view.map { try Asking.named($0).name }
      let picture = try replaying.verify(only: name)
      picture.write(rows, to: &output)
      if !picture.isEqual { output.status = .falsified }
    } else {
      try replaying.rebuild().write(rows, to: &output)
    }
  }

  private func play(_ name: String, _ output: inout Output) throws {
    let asking = try Asking(name, options)
    let question = try asking.question(times)
    try clock.note(times).say(of: asking.ledger, asking.views)
    let isDrawn = format.format == .svg
    if isDrawn { try Mapping(asking: asking).checkIsControl(format.format) }
    switch try clock.course(question, isDayGiven: times.at != nil, step: isDrawn ? .month : nil) {
    case .pictures(let sampling) where isDrawn:
      output.write(try ChangeMap(asking, question, sampling).svg().file)
    case .pictures(let sampling):
      let rows = try format.rows(of: "a list of changes")
      try SampledPicture(asking: asking, question: question, sampling: sampling).write(rows, to: &output)
    case .events(let along): try play(asking, question, along, try format.rows(of: "a list of changes"), &output)
    }
  }

  private func play(
    _ asking: Asking, _ question: Question, _ along: HistoryClock, _ format: Format, _ output: inout Output
  ) throws {
    var picture = HistoryPicture(asking, question, along: along)
    picture.begin(format, to: &output)
    var steps: [HistoryStep] = []
    try asking.views.history(of: question, along: along, from: asking.log) { step in
      guard format != .json else {
        steps.append(step)
        return true
      }
      picture.write(step, format, to: &output)
      output.flush()
      return output.isWanted
    }
    try picture.end(steps, format, to: &output)
  }
}
