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
      by part, the live views with a fresh rebuild. --changes tells each step of history that changed a view, and the \
      event that did it, between --from and --to: positions are on the ledger's clock, dates on the public's.

      Exit status: 0; 1 when --verify finds a difference.

      Examples:
        daybook replay
        daybook replay --verify
        daybook replay --changes --view control --from 2023-08-01 --to 2023-11-30 --at 2023-11-30
        daybook replay --changes --view attacks --from '#200' --to '#365' --format jsonl
      """)

  @Flag(help: "Compare the live views with a fresh rebuild, and change nothing.")
  var verify = false

  @Option(help: ArgumentHelp("Only this view, for --verify and --changes.", valueName: "name"))
  var view: String?

  @Flag(help: "Tell each step of history that changed the view, between --from and --to.")
  var changes = false

  @OptionGroup var clock: ChangeOptions
  @OptionGroup var times: TimeOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var options: LedgerOptions

  func validate() throws {
    guard !changes || !verify else { throw ValidationError("--verify and --changes are two things; ask for one.") }
    guard changes || (clock.from == nil && clock.to == nil) else {
      throw ValidationError("--from and --to belong to --changes.")
    }
    guard !changes || view != nil else { throw ValidationError("--changes needs a view: --view control, for example.") }
  }

  func run(_ output: inout Output) throws {
    if changes, let view { return try play(view, &output) }
    let replaying = Replaying(try options.open())
    if verify {
      let name = try view.map { try Asking.named($0).name }
      let picture = try replaying.verify(only: name)
      picture.write(format.format, to: &output)
      if !picture.isEqual { output.status = .falsified }
    } else {
      try replaying.rebuild().write(format.format, to: &output)
    }
  }

  private func play(_ name: String, _ output: inout Output) throws {
    let asking = try Asking(name, options)
    let question = try asking.question(times)
    let along = try clock.along(question)
    var picture = HistoryPicture(asking, question, along: along)
    picture.begin(format.format, to: &output)
    var steps: [HistoryStep] = []
    try asking.views.history(of: question, along: along, from: asking.log) { step in
      guard format.format != .json else {
        steps.append(step)
        return true
      }
      picture.write(step, format.format, to: &output)
      output.flush()
      return output.isWanted
    }
    picture.end(steps, format.format, to: &output)
  }
}
