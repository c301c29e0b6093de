import ArgumentParser
import Audit
import Leaf
import Ledger
import TransparencyLog

/// Compares a file of disclosures with a log.
struct DiscloseCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compare disclosures with the digests in a ledger, a bundle or published tiles.",
    discussion: """
      OK: the event commits to the value. FAIL: it does not, or an event announced that the value is destroyed. UNKNOWN: \
      the event is not there. Whether the bundle or the tiles are themselves to be believed is another question: \
      daybook verify, or daybook audit --against.
      JSON: verdict, event, name, value, digest, what. Exit status 0, 1 or 2, as for an audit.

      Examples:
        daybook disclose check disclosures.jsonl
        daybook disclose check sealed.txt --key reader.key --in bundle/
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var format: FormatOptions

  @Argument(help: "The file; - is standard input.")
  var file: String

  @Option(help: ArgumentHelp("The secret of the reader that the file is encrypted for.", valueName: "file"))
  var key: String?

  @Option(name: .customLong("in"), help: ArgumentHelp("A bundle or a folder of published tiles.", valueName: "folder"))
  var place: String?

  func run(_ output: inout Output) throws {
    let disclosures = try GivenFile(file, key: key).disclosures()
    let review = try review(disclosures)
    var printer = RowPrinter(
      format.format, columns: ["Verdict", "Event", "Name", "Value", ""].map { Table.Column(title: $0) },
      header: ["verdict", "event", "name", "value", "digest", "what"])
    for row in review.rows {
      let value = String(decoding: row.disclosure.value.encode(), as: UTF8.self)
      let (verdict, event, name) = (row.verdict.rawValue, String(row.position), row.disclosure.name)
      printer.add(
        cells: [verdict, "#" + event, name, value, row.what],
        values: [verdict, event, name, value, row.disclosure.digest, row.what],
        json: [
          "verdict": .string(verdict), "event": .integer(Int64(clamping: row.position)), "name": .string(name),
          "value": row.disclosure.value, "digest": .string(row.disclosure.digest), "what": .string(row.what),
        ], &output)
    }
    printer.end("The file holds no disclosures.", &output)
    output.status = .of(review.verdict.exitStatus)
  }

  private func review(_ disclosures: DisclosureFile) throws -> DisclosureReview {
    guard let place else { return try DisclosureReview(disclosures, in: try options.open()) }
    guard let folder = TileFolder(in: place) else {
      throw Complaint(
        .noInput,
        "--in: '\(place)' is no bundle and no folder of tiles: there is no checkpoint in it, in log/ or data/log/")
    }
    guard let note = try folder.notes().first, let text = try? Note(note.note).text,
      let checkpoint = try? Checkpoint(text: text)
    else { throw Complaint(.badInput, "--in: \(folder.path)/checkpoint is no checkpoint") }
    return try DisclosureReview(disclosures, in: folder, size: checkpoint.size)
  }
}
