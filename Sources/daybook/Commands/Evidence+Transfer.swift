import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// Records that an original changed hands.
struct EvidenceTransferCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "transfer",
    abstract: "Record that originals changed hands: appends custody events.",
    discussion: """
      The bytes are hashed before, so that the event says what was handed over. An original that is not kept here any \
      more can be named by its whole SHA-256.

      Example:
        daybook evidence transfer 3f2a91 --from team-1 --to registry --authority 'order 12 of 2026'
      """)

  @OptionGroup var writing: WritingOptions

  @Argument(help: ArgumentHelp("The originals: SHA-256, or its first digits.", valueName: "digest"))
  var originals: [String]

  @Option(help: "Who holds it from now on; best a pseudonym.")
  var to: String

  @Option(help: "Who held it.")
  var from: String?

  @Option(help: "On whose authority.")
  var authority: String?

  @Option(help: ArgumentHelp("The day, when it was not today.", valueName: "date"))
  var occurred: String?

  @Option(help: "A remark.")
  var note: String?

  @Option(help: "How to print the receipt: table or json.")
  var format: TextFormat = .table

  func run(_ output: inout Output) throws {
    let ledger = try writing.open()
    let act = CustodyAct(ledger)
    let drafts = try originals.map { written in
      let digest = try KeptOriginal.find(written, in: ledger.evidence)
      var draft = CustodyDraft("transfer", of: digest)
      if let now = try act.measured(digest) {
        draft.set("size", .integer(Int64(clamping: now.size)))
        draft.set("before", .string(now.sha256.hex))
        draft.set("after", .string(now.sha256.hex))
        draft.set("sha512", .string(now.sha512))
      }
      draft.set("from", from.map(Value.string))
      draft.set("custodian", .string(to))
      draft.set("authority", authority.map(Value.string))
      draft.occurred = occurred ?? act.today
      draft.note = note
      return draft.value
    }
    try act.append(drafts, format, &output)
  }
}
