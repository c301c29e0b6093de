import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// Adds an object that was made from an original.
struct EvidenceDeriveCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "derive",
    abstract: "Add what was made from an original as a new object, and record how.",
    discussion: """
      The original is never touched. A still, a crop, a transcript or a converted file is an object of its own; its custody \
      event names the digest before and after, the tool, its version and its settings, so that the step can be repeated.

      Example:
        daybook evidence derive 3f2a91 frame.png --tool ffmpeg --tool-version 6.1 --settings '-ss 12 -frames:v 1'
      """)

  @OptionGroup var writing: WritingOptions

  @Argument(help: ArgumentHelp("The original: SHA-256, or its first digits.", valueName: "digest"))
  var original: String

  @Argument(help: "The file that was made from it.")
  var file: String

  @Option(help: "The tool.")
  var tool: String

  @Option(help: "The version of the tool.")
  var toolVersion: String?

  @Option(parsing: .unconditional, help: "The settings of the tool.")
  var settings: String?

  @Option(help: "Who holds it.")
  var custodian: String?

  @Option(help: "On whose authority.")
  var authority: String?

  @Option(help: "Who made it: protected, the log only commits to it.")
  var collector: String?

  @Option(help: "A remark.")
  var note: String?

  @Option(help: "How to print the receipt: table or json.")
  var format: TextFormat = .table

  func run(_ output: inout Output) throws {
    let ledger = try writing.open()
    let act = CustodyAct(ledger)
    let before = try KeptOriginal.find(original, in: ledger.evidence)
    guard try act.measured(before) != nil else { throw LedgerError.evidence(.missing(before)) }
    let added = try ledger.evidence.add(file)
    guard added.digest != before else {
      throw Complaint(.badInput, "\(file): it has the same bytes as the original, so that nothing was derived")
    }
    var draft = CustodyDraft("derive", of: added.digest)
    draft.set("size", .integer(Int64(clamping: added.size)))
    draft.set("sha512", .string(added.sha512))
    draft.set("before", .string(before.hex))
    draft.set("after", .string(added.digest.hex))
    for (key, text) in [
      ("tool", tool), ("version", toolVersion), ("settings", settings), ("custodian", custodian),
      ("authority", authority),
    ] {
      draft.set(key, text.map(Value.string))
    }
    draft.protect("collector", collector)
    draft.refer("derived-from", to: try act.naming(before))
    draft.occurred = act.today
    draft.note = note
    try act.append([draft.value], format, &output)
  }
}
