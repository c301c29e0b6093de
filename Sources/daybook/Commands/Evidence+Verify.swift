import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// Hashes an original anew and records the result.
struct EvidenceVerifyCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hash originals anew, and record the result in custody events.",
    discussion: """
      The event says which digest it had (before) and which it has now (after), and gives the SHA-512 as well. An altered \
      original is recorded as altered, and the exit status is 1. To look at everything without recording: daybook \
      evidence check.

      Examples:
        daybook evidence verify 3f2a91
        daybook evidence verify 3f2a91 --custodian registry --authority 'yearly inspection'
      """)

  @OptionGroup var writing: WritingOptions

  @Argument(help: ArgumentHelp("The originals: SHA-256, or its first digits.", valueName: "digest"))
  var originals: [String]

  @Option(help: "Who holds it.")
  var custodian: String?

  @Option(help: "On whose authority.")
  var authority: String?

  @Option(help: "A remark.")
  var note: String?

  @Option(help: "How to print the receipt: table or json.")
  var format: TextFormat = .table

  func run(_ output: inout Output) throws {
    let ledger = try writing.open()
    let act = CustodyAct(ledger)
    var drafts: [Value] = []
    var altered: [Digest] = []
    for written in originals {
      let digest = try KeptOriginal.find(written, in: ledger.evidence)
      guard let now = try ledger.evidence.digests(of: digest) else { throw LedgerError.evidence(.missing(digest)) }
      if now.sha256 != digest { altered.append(digest) }
      var draft = CustodyDraft("verify", of: digest)
      draft.set("size", .integer(Int64(clamping: now.size)))
      draft.set("before", .string(digest.hex))
      draft.set("after", .string(now.sha256.hex))
      if now.sha256 == digest { draft.set("sha512", .string(now.sha512)) }
      draft.set("tool", "daybook")
      draft.set("version", .string(String(Daybook.configuration.version.drop { !$0.isNumber })))
      draft.set("custodian", custodian.map(Value.string))
      draft.set("authority", authority.map(Value.string))
      draft.occurred = act.today
      draft.note = note
      drafts.append(draft.value)
    }
    try act.append(drafts, format, &output)
    for digest in altered { Descriptor.error.say("daybook: the original \(digest.hex) was altered; the event says so") }
    if !altered.isEmpty { output.status = .falsified }
  }
}
