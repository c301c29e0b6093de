import Ledger
import TransparencyLog

/// Appends a file of drafts.
struct AppendFile {
  private let path: String
  private let options: AppendOptions

  init(_ path: String, _ options: AppendOptions) {
    self.path = path
    self.options = options
  }

  func run(_ output: inout Output) throws {
    let drafts: JSONLines
    do throws(LedgerError) { drafts = try JSONLines(path) } catch {
      throw Complaint(.noInput, "--json: \(error.message)")
    }
    let ledger = try options.writing.open()
    let appending = Appending(ledger, expecting: options.expect, input: path == "-" ? "standard input" : path)
    if options.dryRun {
      let appended = try appending.rehearse(CountedDrafts(drafts)) { _, _ in }
      return Receipt(appended, isRehearsal: true).print(options.format, &output)
    }
    let appended = try appending.append(CountedDrafts(drafts), .many)
    Receipt(appended).print(options.format, &output)
  }
}
