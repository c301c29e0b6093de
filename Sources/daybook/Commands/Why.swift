import ArgumentParser
import Ledger
import ViewStore
import Vocabulary

/// Follows a row of a view down to rules, events, sources, originals and proofs.
struct WhyCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Explain one row of a view, down to who said so, where, and how to prove it.",
    discussion: """
      ROW is a row as the view prints it: a place (its name or id), an event (#12, its id or @name), or the longer key of \
      views that have several rows about one thing, such as ML/minusma. The clocks are those of `daybook view`.

      Examples:
        daybook why control Ansongo --at 2023-08-25 --published-by 2023-08-26
        daybook why security ML/minusma --at 2023-08-25
        daybook why corroboration '@mali/u-doubled-ap' --format json
        daybook why control Ansongo --all
      """)

  @Argument(help: ArgumentHelp("The view.", valueName: "view"))
  var name: String

  @Argument(help: ArgumentHelp("The row.", valueName: "row"))
  var row: String

  @Option(help: ArgumentHelp("Only for the view changes: the earlier known time.", valueName: "when"))
  var since: String?

  @Flag(help: ArgumentHelp("Tell every event that was looked at and not counted, not of each rule the newest twenty."))
  var all = false

  @OptionGroup var times: TimeOptions

  @Option(help: "How to print: table for an indented text, json for programs.")
  var format: TextFormat = .table

  @OptionGroup var options: LedgerOptions

  func run(_ output: inout Output) throws {
    let asking = try Asking(name, options)
    try CoverageNote(times).say(of: asking.ledger, asking.views)
    let (subject, key) = try asking.subject(of: row, times)
    var question = try asking.question(times)
    question.subjects = [subject]
    question.since = try asking.since(since, times)
    let explanation = try asking.views.explain(key, question, of: asking.ledger, newest: all ? nil : 20)
    let picture = Picture(reading: explanation.reading, view: asking.view, origin: asking.ledger.origin)
    switch format {
    case .table:
      var text = WhyText(explanation, picture, width: output.width)
      text.write(to: &output)
    case .json: output.write(explanation.json(picture).pretty)
    }
  }
}
