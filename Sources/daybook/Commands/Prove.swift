import ArgumentParser
import Ledger
import TransparencyLog
import Vocabulary

/// Writes a proof that an event is in the log.
struct ProveCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Write a proof that an event is in the signed log.",
    discussion: """
      The proof (C2SP tlog-proof) holds the position, the hashes up to the root and the signed checkpoint. Together with \
      the event's bytes and the public key of the log anybody can check it offline, without this program.

      EVENT is #12, @name, an id of 32 digits or a leaf hash of 64.

      Examples:
        daybook prove '#12' > event-12.tlog-proof
        daybook show '#12' --raw > event-12.json
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The event.", valueName: "event"))
  var event: String

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let position = try EventSearch(ledger).require(event)
    guard let checkpoint = try ledger.checkpoints().last(where: { $0.size > position }) else {
      throw Complaint(
        .undecided,
        "#\(position): no signed checkpoint covers this event yet, so nothing can be proved to others.\nSign one: daybook checkpoint"
      )
    }
    let tree = try ledger.tree()
    let proof = InclusionProofFile(
      index: position, proof: try Tree.proveInclusion(index: position, size: checkpoint.size, reader: tree),
      checkpoint: checkpoint.note)
    let leaf = Digest.leaf(try ledger.leaf(at: position))
    let keys = try ledger.keys.verifiers()
    do throws(ProofFileError) {
      _ = try proof.verify(leaf: leaf, origin: ledger.origin, logKeys: keys)
    } catch {
      throw Complaint(
        .falsified,
        "#\(position): the log does not prove this event: \(error)\nFind out what was altered: daybook audit")
    }
    output.write(proof.bytes)
  }
}
