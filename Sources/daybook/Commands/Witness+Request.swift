import ArgumentParser
import Audit
import Ledger
import TransparencyLog

/// Writes a request for a cosignature.
struct WitnessRequestCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: "Write a request to a witness: cosign the newest checkpoint.",
    discussion: """
      It proves that the checkpoint continues the one that the witness cosigned last, as far as the ledger knows; a \
      witness that is at another size says so, and is asked again with --old.

      Examples:
        daybook witness request > request
        daybook witness request --witness ngo > request-to-ngo
        daybook witness request --old 1200 > request
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var policy: WitnessPolicyOptions

  @Option(help: ArgumentHelp("Which witness of the policy is asked.", valueName: "name"))
  var witness: String?

  @Option(help: ArgumentHelp("The size that the witness cosigned last; 0 for none.", valueName: "size"))
  var old: UInt64?

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let size = try old ?? known(ledger)
    guard let newest = try ledger.newestCheckpoint() else {
      throw Complaint(.undecided, "there is no checkpoint to cosign yet.\nSign one: daybook checkpoint")
    }
    guard size <= newest.size else {
      throw Complaint(
        .badInput,
        """
        --old: \(size): the newest checkpoint covers \(newest.size) events. A witness that has cosigned more has seen events \
        that this ledger lost: bring them back before anything is signed
        """)
    }
    guard let request = try ledger.witnessRequest(from: size) else { return }
    output.write(request.body)
  }

  /// What the witness cosigned last, as far as the ledger knows.
  private func known(_ ledger: Ledger) throws -> UInt64 {
    let asked = try policy.read(in: ledger.folder).witness(witness)
    return try ledger.cosignatures(by: [asked.key]).first?.size ?? 0
  }
}
