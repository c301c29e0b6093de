import ArgumentParser
import Ledger
import ViewStore
import Views
import Vocabulary

/// Composes a situation report in which every sentence names the events behind it.
struct BriefCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Compose a situation report whose every sentence names its events, sources and strength.",
    discussion: """
      The report is never written by hand: it is what the ledger supports, with figures as ranges, rival accounts side by \
      side, and what rests on one root saying so. The same command at the same position gives the same bytes; the report \
      prints that command and its checkpoint.

      --report goes through one report statement by statement: with what strength each stands, where it departs from what \
      it relays, and what it left out. --since tells what changed since an earlier report.

      Examples:
        daybook brief --region Mali --from 2023-08 --to 2023-11-09
        daybook brief --region Gao --from 2023 --to 2023-08 --published-by 2023-08-27 --format html > gao.html
        daybook brief --from 2012 --to 2023-11-09 --report @mali/r-seed --since '#300'
      """)

  /// How the report is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// CommonMark with footnotes.
    case markdown
    /// One self-contained file.
    case html
  }

  @Option(help: ArgumentHelp("The place it is about, by name or id; else everything.", valueName: "place"))
  var region: String?

  @Option(help: ArgumentHelp("The first day of the period.", valueName: "date"), transform: TimeOptions.firstDay)
  var from: Day

  @Option(
    help: ArgumentHelp("The last day of the period; the pictures are of that day.", valueName: "date"),
    transform: TimeOptions.lastDay)
  var to: Day

  @Option(help: ArgumentHelp("Go through this report statement by statement.", valueName: "event"))
  var report: String?

  @Option(
    help: ArgumentHelp("Tell what changed since a report made then.", valueName: "when"), transform: TimeOptions.known)
  var since: AsOf?

  @Option(help: ArgumentHelp("How many sentences a section may have.", valueName: "number"))
  var limit = BriefQuestion.usualLimit

  @OptionGroup var knownTime: KnownTimeOptions

  @Option(help: ArgumentHelp("The assessment profile.", valueName: "id"))
  var profile = "default-1"

  @Option(help: "How to write it: markdown or html.")
  var format: Format = .markdown

  @OptionGroup var options: LedgerOptions

  func validate() throws {
    guard from <= to else {
      throw ValidationError("--from \(from) is after --to \(to); name the earlier day first.")
    }
    guard limit > 0 else { throw ValidationError("--limit: \(limit) is not allowed; name a number from 1 on.") }
  }

  /// Who holds what in the region on the last day; `nil` when no event says.
  ///
  /// It is asked for at the position that the report prints, so that the printed command gives the same bytes.
  private func map(_ brief: BriefReading, _ asking: Asking) throws -> String? {
    guard brief.size > 0 else { return nil }
    let question = Question(
      Control.name, inside: brief.brief.region.map { [$0.id] }, at: to, asOf: .position(brief.size - 1),
      publishedBy: knownTime.publishedBy, profile: profile)
    let reading = try asking.views.answer(question, from: asking.log)
    guard !reading.answer.rows.isEmpty else { return nil }
    return try ControlMap(reading, inside: question.inside, of: asking.ledger, asking.views).svg(ids: "control").inline
  }

  func run(_ output: inout Output) throws {
    let asking = try Asking(Control.name, options)
    var question = BriefQuestion(
      region: nil, from: from, to: to, report: try report.map { try EventSearch(asking.ledger).require($0) },
      since: since, limit: limit, asOf: knownTime.asOf, publishedBy: knownTime.publishedBy, profile: profile)
    if let region { question.region = try asking.region(region, on: to) }
    var note = CoverageNote()
    note.add("--from/--to", .at, from, to: to)
    note.add(knownTime.asOf)
    note.add("--published-by", .publishedBy, knownTime.publishedBy)
    try note.say(of: asking.ledger, asking.views)
    let reading = try asking.views.brief(question, of: asking.ledger)
    var document = BriefDocument(reading: reading, origin: asking.ledger.origin)
    switch format {
    case .markdown: BriefMarkdown(document: document).write(to: &output)
    case .html:
      document.map = try map(reading, asking)
      BriefHTML(document: document).write(to: &output)
    }
  }
}
