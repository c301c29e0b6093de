import ArgumentParser
import Audit
import Leaf
import Ledger
import TransparencyLog

/// Shows who has cosigned what.
struct WitnessStatusCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what each witness cosigned last, and whether the newest checkpoint has its quorum.",
    discussion: """
      Exit status: 0 the newest checkpoint has the quorum of the policy; 2 it has not yet.

      Examples:
        daybook witness status
        daybook witness status --format json
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var policy: WitnessPolicyOptions

  @Option(help: "How to print: table or json.")
  var format: TextFormat = .table

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let policy = try policy.read(in: ledger.folder)
    let newest = try ledger.newestCheckpoint()
    let kept = try ledger.cosignatures(by: policy.witnessKeys)
    let signers = kept.filter { $0.size == newest?.size }.map(\.cosignature.key)
    let isReached = newest != nil && policy.isQuorum(signers)
    if format == .json {
      output.line(String(decoding: json(policy, newest, kept, isReached).encode(), as: UTF8.self))
    } else {
      text(policy, newest, kept, isReached, &output)
    }
    if !isReached { output.status = .undecided }
  }

  private typealias Kept = [(size: UInt64, cosignature: Cosignature)]

  private func text(
    _ policy: TrustPolicy, _ newest: StoredCheckpoint?, _ kept: Kept, _ isReached: Bool, _ output: inout Output
  ) {
    var table = Table(["Witness", "Cosigned", "At", "Key"].map { Table.Column(title: $0) })
    for witness in policy.witnesses {
      let last = kept.first { $0.cosignature.key == witness.key }
      table.add([
        witness.name, last.map { Progress.events($0.size) } ?? "nothing yet",
        last.map { UTCTime.text(seconds: $0.cosignature.time) } ?? "", KeyID.text(witness.key),
      ])
    }
    table.write(to: &output)
    output.line()
    guard let newest else { return output.line("There is no checkpoint yet; sign one with: daybook checkpoint") }
    output.line(
      "Quorum (\(policy.quorumText)) of the checkpoint of \(Progress.events(newest.size)): "
        + (isReached ? "reached." : "not reached yet; ask with: daybook witness request"))
  }

  /// Its schema is `output_witness_status.json`.
  private func json(
    _ policy: TrustPolicy, _ newest: StoredCheckpoint?, _ kept: Kept, _ isReached: Bool
  ) -> Value {
    let witnesses: [Value] = policy.witnesses.map { witness in
      let last = kept.first { $0.cosignature.key == witness.key }
      return [
        "name": .string(witness.name), "vkey": .string(witness.key.description),
        "size": last.map { .integer(Int64($0.size)) } ?? .null,
        "at": last.map { .string(UTCTime.text(seconds: $0.cosignature.time)) } ?? .null,
      ]
    }
    return [
      "size": newest.map { .integer(Int64($0.size)) } ?? .null, "quorum": .string(policy.quorumText),
      "reached": .boolean(isReached), "witnesses": .array(witnesses),
    ]
  }
}
