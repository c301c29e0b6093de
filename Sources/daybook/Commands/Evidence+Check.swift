import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// Hashes every original anew.
struct EvidenceCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hash every original anew, and compare with what the events name.",
    discussion: """
      Says what was altered (exit status 1), what cannot be read or does not belong there (2), and what is named by \
      events but not kept here, which is no fault: an original may lie elsewhere.
      JSON: state (missing, altered, unlisted, foreign, unreadable), original (digest or path), event, detail.

      Example:
        daybook evidence check
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var format: FormatOptions

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let named = try NamedEvidence(ledger).events
    let byFirst = Dictionary(grouping: named.keys) { $0.bytes[0] }
    var found: [EvidenceStore.Finding] = []
    var objects = 0
    var progress = Progress("folders of originals", of: 256)
    try ledger.evidence.check(
      listed: { first throws(LedgerError) in Set(byFirst[first] ?? []) },
      progress: {
        objects = $0.objects
        progress.reach(UInt64($0.folders))
      }, finding: { finding throws(LedgerError) in found.append(finding) })
    progress.end()
    var printer = RowPrinter(
      format.format, columns: ["State", "Original", "Named by", ""].map { Table.Column(title: $0) },
      header: ["state", "original", "event", "detail"])
    for finding in found {
      let told = Told(finding, named)
      if told.status == .falsified || output.status == .done { output.status = told.status }
      printer.add(
        cells: [told.state, told.original, told.event.map { "#\($0)" } ?? "", told.detail],
        values: [told.state, told.original, told.event.map { String($0) } ?? "", told.detail], json: told.json, &output)
    }
    if format.format != .table || !found.isEmpty { printer.end("", &output) }
    if format.format == .table {
      let kept = objects == 1 ? "1 original was" : "\(objects) originals were"
      output.line("\(kept) hashed; \(found.isEmpty ? "each is the one that the events name." : "see above.")")
    }
  }
}

extension EvidenceCheckCommand {
  /// A finding in words.
  private struct Told {
    var state: String
    var original: String
    var event: UInt64?
    var detail = ""
    var status: ExitStatus

    init(_ finding: EvidenceStore.Finding, _ named: [Digest: UInt64]) {
      switch finding {
      case .missing(let digest):
        (state, original, event, status) = ("missing", digest.hex, named[digest], .done)
        detail = "not kept here"
      case .altered(let digest, let found):
        (state, original, event, status) = ("altered", digest.hex, named[digest], .falsified)
        detail = "its bytes now hash to \(found.hex)"
      case .unlisted(let digest):
        (state, original, event, status) = ("unlisted", digest.hex, nil, .undecided)
        detail = "no event says where it comes from"
      case .foreign(let path):
        (state, original, event, status) = ("foreign", path, nil, .undecided)
        detail = "no original; it should not lie here"
      case .unreadable(let digest, let reason):
        (state, original, event, status) = ("unreadable", digest.hex, named[digest], .undecided)
        detail = reason
      }
    }

    var json: Value {
      [
        "state": .string(state), "original": .string(original), "detail": .string(detail),
        "event": event.map { .integer(Int64($0)) } ?? .null,
      ]
    }
  }
}
