import ArgumentParser
import Audit
import Ledger
import TransparencyLog
import ViewStore
import Views
import Vocabulary

/// Writes an audit bundle.
struct BundleCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Write a folder that proves the ledger, or some of its events, offline and without this program.",
    discussion: """
      The folder (BagIt 1.0) holds the signed checkpoint, the events with their hashes or proofs, originals, who \
      recorded what from what (W3C PROV), tables of views, a README for a lawyer, and verify.py, which checks it all on \
      the standard library of Python. Give the public key of the log to the reader on another way than the folder.

      Without a selection it holds every event that is signed, so that completeness can be proved. With one it holds \
      the events chosen, what they rest on, and what corrects, retracts, disputes or redacts them.

      Protected values are not in it, unless asked for: with --reader those that this reader was given by daybook \
      disclose, and no others; with --protected everything that can be opened here. What tells of sexual violence is in it only with --disclose, \
      since the bytes of an event are all or nothing.

      Examples:
        daybook bundle mali-2026-11
        daybook bundle one-attack --event '#250' --event @mali/a12
        daybook bundle ansongo --row control:Ansongo --at 2023-08-25
        daybook bundle for-the-court --reader court --passphrase-file passphrase
        daybook bundle menaka-2022 --place Ménaka --from 2022-01 --to 2022-12 --no-evidence
      """)

  @Argument(help: ArgumentHelp("The folder to write, which must not exist.", valueName: "folder"))
  var target: String

  @Option(help: ArgumentHelp("Select this event; may be repeated.", valueName: "event"))
  var event: [String] = []

  @Option(
    help: ArgumentHelp("Select the events behind this row of a view; may be repeated.", valueName: "view:row"))
  var row: [String] = []

  @OptionGroup var filters: LogFilters

  @Option(help: ArgumentHelp("With every event: write a proof file for this one; may be repeated.", valueName: "event"))
  var prove: [String] = []

  @Option(help: ArgumentHelp("Add the table of this view; may be repeated; else all.", valueName: "name"))
  var view: [String] = []

  @Flag(help: "Add no tables of views.")
  var noViews = false

  @Flag(help: "Leave the originals out.")
  var noEvidence = false

  @Flag(help: "Show the protected values that this ledger can open and nobody has redacted.")
  var protected = false

  @Option(
    help: ArgumentHelp("Show the protected values that this reader was given, and no others.", valueName: "reader"))
  var reader: String?

  @Flag(help: "Write it without a seal, also where the key of the log is held.")
  var noSeal = false

  @OptionGroup var secret: PassphraseOptions
  @OptionGroup var times: TimeOptions

  @Option(help: "How to print the receipt: table or json.")
  var format: TextFormat = .table

  @OptionGroup var options: LedgerOptions

  func validate() throws {
    guard !protected || reader == nil else {
      throw ValidationError("--protected shows every value, --reader those of one reader: give one of them.")
    }
  }

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    guard try FileSystem.status(target) == nil else {
      throw Complaint(.inputOutput, "'\(target)' is taken already: a bundle is never written over; name a new folder.")
    }
    guard let size = try ledger.checkpoints().map(\.size).max(), size > 0 else {
      throw Complaint(
        .undecided, "no checkpoint is signed yet, so a bundle would prove nothing.\nSign one: daybook checkpoint")
    }
    let bundling = Bundling(command: self, ledger: ledger, size: size)
    let order = try bundling.order()
    let unsigned = try ledger.size - size
    if unsigned > 0 {
      Descriptor.error.say(
        "daybook: note: \(unsigned) events after #\(size - 1) are not signed yet and not in the bundle; "
          + "`daybook checkpoint` signs them")
    }
    let watch = ProgressWatch("events written", of: size)
    let receipt = try BundleWriter.write(order, of: ledger, to: target) { what, done, _ in
      if what == "events" { watch.reach(done) }
    }
    let empty = receipt.emptyTables
    if !empty.isEmpty {
      Silence.note(
        "\(empty.count) of \(order.tables.count) tables have no row, since no event that is signed says anything of it: "
          + empty.joined(separator: ", "))
    }
    write(receipt, order, ledger, &output)
  }

  /// The receipt; its schema is `output_bundle.json`.
  private func write(_ receipt: BundleReceipt, _ order: BundleOrder, _ ledger: Ledger, _ output: inout Output) {
    let key = try? ledger.keys.verifier().description
    guard format == .table else {
      let kind = order.positions == nil ? "full" : "selected"
      output.write(
        JSONText.object([
          ("folder", .string(target)), ("kind", .string(kind)), ("origin", .string(ledger.origin)),
          ("size", .position(receipt.size)), ("events", .position(receipt.events)), ("files", .number(receipt.files)),
          ("bytes", .position(receipt.bytes)), ("originals", .number(receipt.originals)),
          ("absent_originals", .number(receipt.absentOriginals)), ("values", .number(receipt.values)),
          ("reader", .text(reader)), ("sealed", .boolean(receipt.isSealed)), ("key", .text(key)),
        ]).pretty)
      return
    }
    var sheet = Sheet()
    sheet.add("Bundle", target)
    sheet.add(
      "Events",
      order.positions == nil
        ? "all \(Progress.grouped(receipt.size)) that are signed"
        : "\(Progress.grouped(receipt.events)) of \(Progress.grouped(receipt.size)), each with its proof")
    let absent = receipt.absentOriginals
    sheet.add("Originals", "\(receipt.originals)" + (absent > 0 ? "; \(absent) are named and not kept here" : ""))
    let values = receipt.values
    let shown = values == 0 ? "no values are" : values == 1 ? "1 value is" : "\(values) values are"
    sheet.add("Protected", "\(shown) shown" + (reader.map { ", of those that \($0) was given" } ?? ""))
    sheet.add("Tables", order.tables.isEmpty ? nil : order.tables.map(\.file).joined(separator: ", "))
    sheet.add(
      "Seal",
      receipt.isSealed
        ? "by the key of the log" : noSeal ? "none, as you asked" : "none: no key that signs for the log is here")
    sheet.add("Check", "python3 \(target)/data/verify.py --key '\(key ?? "…")'")
    sheet.write(to: &output)
  }
}
