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
    let drafts = CountedDrafts(try source())
    let ledger = try options.writing.open()
    let appending = Appending(ledger, expecting: options.expect, input: path == "-" ? "standard input" : path)
    if options.dryRun {
      let appended = try appending.rehearse(drafts) { _, _ in }
      return Receipt(appended, isRehearsal: true, in: ledger).print(options.format, &output)
    }
    let appended = try appending.append(drafts, .many)
    Receipt(appended, in: ledger).print(options.format, &output)
  }

  /// The drafts: a line each, or one that was filled in and goes over many lines.
  private func source() throws -> any DraftSource {
    do throws(LedgerError) {
      if path == "-" { return EagerDrafts(try JSONLines(path)) }
      if let whole = wholeDraft() { return DraftList([whole]) }
      return try JSONLines(path)
    } catch { throw Complaint(.noInput, "--json: \(error.message)") }
  }

  /// The bytes of a file that holds one draft over many lines, as a template does: its first line is only a bracket.
  private func wholeDraft() -> [UInt8]? {
    guard let status = try? FileSystem.status(path), status.isFile, status.size <= UInt64(JSONLines.lineLimit),
      let bytes = try? SmallFile.read(path)
    else { return nil }
    let first = bytes.prefix { $0 != UInt8(ascii: "\n") }.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }
    return first == [UInt8(ascii: "{")] ? bytes : nil
  }
}
