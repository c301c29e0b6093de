import ArgumentParser
import Audit
import Leaf
import Ledger

/// Lists who was given what.
struct DiscloseListCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List which reader was given which protected values, and when.",
    discussion: """
      A value that was destroyed since is marked: the reader should be told to destroy the copy.
      JSON: reader, given, event, digest, state (given, redacted), redacted_by.

      Examples:
        daybook disclose list
        daybook disclose list icc-otp --format csv
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var format: FormatOptions

  @Argument(help: "Only this reader.")
  var reader: String?

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let names = try ledger.readers.names()
    if let reader, !names.contains(reader) {
      throw Complaint(
        .noInput,
        "'\(reader)': no such reader was given anything; there are: "
          + (names.isEmpty ? "none" : names.joined(separator: ", ")))
    }
    let redacted = try Giving(ledger).redactions()
    var printer = RowPrinter(
      format.format, columns: ["Reader", "Given", "Event", "Digest", ""].map { Table.Column(title: $0) },
      header: ["reader", "given", "event", "digest", "state", "redacted_by"])
    for name in names where reader.map({ $0 == name }) ?? true {
      for grant in try ledger.readers.grants(to: name) {
        let event = redacted.event(redacting: grant.digest)
        let state = event == nil ? "given" : "redacted"
        printer.add(
          cells: [
            name, grant.at, "#\(grant.position)", grant.digest,
            event.map { "redacted by event #\($0): tell the reader" } ?? "",
          ],
          values: [name, grant.at, "\(grant.position)", grant.digest, state, event.map { "\($0)" } ?? ""],
          json: [
            "reader": .string(name), "given": .string(grant.at), "event": .integer(Int64(clamping: grant.position)),
            "digest": .string(grant.digest), "state": .string(state),
            "redacted_by": event.map { .integer(Int64(clamping: $0)) } ?? .null,
          ], &output)
      }
    }
    printer.end("Nobody was given any protected value.", &output)
  }
}
