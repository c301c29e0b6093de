import ArgumentParser
import Audit
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
    let watch = ProgressWatch("events", of: try ledger.size)
    let named = try NamedOriginals(of: ledger) { done, _ in watch.reach(done) }
    var printer = RowPrinter(
      format.format,
      columns: [
        Table.Column(title: "SHA-256"), Table.Column(title: "Bytes", alignment: .right),
        Table.Column(title: "Named by"),
      ], header: ["digest", "size", "event"])
    // By the first byte, so that no more than the 256th part of the originals is in memory.
    for first in UInt8.min...UInt8.max {
      var kept: [Digest: UInt64] = [:]
      try ledger.evidence.list(first...first) { digest, size throws(LedgerError) in kept[digest] = size }
      for digest in try named.digests(beginningWith: first).union(kept.keys).sorted() {
        try add(digest, kept[digest], try named.event(naming: digest), to: &printer, &output)
      }
    }
    printer.end("There are no originals, and no event names one.", &output)
  }

  private func add(
    _ digest: Digest, _ size: UInt64?, _ event: UInt64?, to printer: inout RowPrinter, _ output: inout Output
  ) throws {
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
}
