import ArgumentParser
import Exchange
import Glibc
import Ledger
import SQLiteLog
import TransparencyLog
import ViewStore

/// Brings in a data set of others, or a newer release of it.
struct ImportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in a data set; a newer release appends only what changed.",
    discussion: """
      One report event keeps the digest of the file, which is stored as evidence; one event for each row keeps its header \
      and cells verbatim beside what they mean. daybook export --as gives the same bytes back.

      The same file again appends nothing. A newer release of a data set is a revision: rows that changed are corrected \
      field by field, rows that are gone are retracted, new ones are added. --data-set names the data set; without it, it is \
      the only one of the format.

      Everything wrong with a file is told at once, with row and column, and then nothing is appended. --dry-run checks and \
      sums up without appending. Files may be packed with gzip; - is standard input.

      Examples:
        daybook import ucdp-ged GEDEvent_v24_1.csv --dry-run
        daybook import ucdp-ged GEDEvent_v24_1.csv --release 24.1 --published 2024-06-10
        curl -s https://example.org/ged.csv.gz | daybook import ucdp-ged -
        daybook import csv incidents.csv --draft-mapping > mapping.json
        daybook import csv incidents.csv --mapping mapping.json --dry-run
        daybook view changes --since '#1849'
      """)

  @Argument(help: "The format of the file.")
  var dataFormat: ImportFormat

  @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
  var file: String

  @OptionGroup var about: ImportOptions
  @OptionGroup var writing: WritingOptions

  @Flag(help: "Check everything and sum up what would be appended, without appending it.")
  var dryRun = false

  @Option(help: "How to print the receipt: table or json.")
  var format: TextFormat = .table

  func run(_ output: inout Output) throws {
    try about.check(dataFormat)
    if about.draftMapping { return try proposeMapping(&output) }
    let ledger = try writing.open()
    let input = try ImportInput(file, keepsIn: dryRun ? nil : ledger.evidence)
    defer { input.remove() }
    let table = try TableFile(input.path, named: file == "-" ? "standard input" : file, about.reading(dataFormat))
    let size = try ledger.size
    let directory = try Following.views(of: ledger).directory()
    let plan = try plan(table, ledger, directory)
    guard plan.summary.known == nil else {
      return ImportReceipt(plan, nil, isDryRun: dryRun, in: ledger).print(format, &output)
    }
    let progress = ProgressWatch("events", of: UInt64(plan.drafts))
    let drafts = try ImportDrafts(plan, in: ledger, directory: directory, day: Self.today) {
      progress.reach($0)
    } atEnd: { () throws(LedgerError) in
      // The rows are those of the file whose digest the report names, or nothing is appended.
      if !dryRun { _ = try ledger.evidence.add(input.path, expecting: table.packedDigest) }
    }
    // What a revision compares with must still be so.
    let appending = Appending(ledger, expecting: plan.earlier.isEmpty ? nil : size, input: table.name)
    let appended: Appended
    do { appended = try append(drafts, appending) } catch {
      if let refusal = try drafts.refusal() { throw complaint(refusal) }
      throw error
    }
    ImportReceipt(plan, appended, isDryRun: dryRun, in: ledger).print(format, &output)
  }

  /// Appends while a second thread makes the drafts; when this returns, nobody asks for drafts any more.
  private func append(_ drafts: ImportDrafts, _ appending: Appending) throws -> Appended {
    let ahead = DraftsAhead(drafts)
    defer { ahead.end() }
    return dryRun ? try appending.rehearse(ahead) { _, _ in } : try appending.append(ahead, .many)
  }

  private func proposeMapping(_ output: inout Output) throws {
    let input = try ImportInput(file, keepsIn: nil)
    defer { input.remove() }
    output.line(try MappingDraft.propose(try TableFile(input.path, named: file, about.reading(dataFormat))))
  }

  private func plan(_ table: TableFile, _ ledger: Ledger, _ directory: FactDirectory) throws -> ImportPlan {
    let progress = ProgressWatch("rows read")
    do {
      return try ImportPlan(table, about.request(dataFormat), in: ledger, directory: directory) { progress.reach($0) }
    } catch let error as ExchangeError { throw complaint(error) }
  }

  private func complaint(_ error: ExchangeError) -> Complaint {
    var complaint = Complaint(module: error) ?? Complaint(.badInput, error.message)
    complaint.message += "\nNothing was appended."
    return complaint
  }

  private static var today: String { String(UTCTime.text(milliseconds: Int64(time(nil)) * 1000).prefix(10)) }
}

extension ImportFormat: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
