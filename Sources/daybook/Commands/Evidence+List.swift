import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// Lists originals.
struct EvidenceListCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the originals that are kept here or named by events.",
    discussion: """
      JSON: digest, size (null when it is not kept here), event (the first that names it, or null).

      Examples:
        daybook evidence list
        daybook evidence list --format csv
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var format: FormatOptions

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let named = try NamedEvidence(ledger).events
    var kept: [Digest: UInt64] = [:]
    try ledger.evidence.list { digest, size throws(LedgerError) in kept[digest] = size }
    var printer = RowPrinter(
      format.format,
      columns: [
        Table.Column(title: "SHA-256"), Table.Column(title: "Bytes", alignment: .right),
        Table.Column(title: "Named by"),
      ], header: ["digest", "size", "event"])
    for digest in Set(kept.keys).union(named.keys).sorted() {
      let size = kept[digest]
      let event = named[digest]
      printer.add(
        cells: [
          digest.hex, size.map { String($0) } ?? "not kept", event.map { "#\($0)" } ?? "no event",
        ],
        values: [digest.hex, size.map { String($0) } ?? "", event.map { String($0) } ?? ""],
        json: [
          "digest": .string(digest.hex), "size": size.map { .integer(Int64(clamping: $0)) } ?? .null,
          "event": event.map { .integer(Int64($0)) } ?? .null,
        ], &output)
    }
    printer.end("There are no originals, and no event names one.", &output)
  }
}
