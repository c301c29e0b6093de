import ArgumentParser
import Audit
import Ledger
import TransparencyLog

/// Keeps a witness's answer.
struct WitnessAddCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Keep the cosignatures that a witness answered with.",
    discussion: """
      Each line is verified with the keys of the policy; what unknown keys signed is left out. The checkpoint with its \
      cosignatures is kept in the log beside the one without, and is what proofs and bundles carry from then on.

      Examples:
        daybook witness add response
        daybook witness sign --at eyes < request | daybook witness add -
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var policy: WitnessPolicyOptions

  @Argument(help: ArgumentHelp("The answer; - is standard input.", valueName: "file"))
  var response: String

  func run(_ output: inout Output) throws {
    let ledger = try writing.open()
    let policy = try policy.read(in: ledger.folder)
    guard let answer = WitnessResponse(try InputFile.require(response, option: "add")) else {
      throw Complaint(
        .badInput, "\(response): no answer of a witness; expected are lines `— name base64`, or the size it is at")
    }
    guard case .signatures(let lines) = answer else {
      if case .isAt(let size) = answer {
        throw Complaint(
          .undecided,
          "the witness is at size \(size), which the request did not start from.\nAsk again: daybook witness request --old \(size)"
        )
      }
      return
    }
    guard let kept = try ledger.keep(cosignatures: lines, by: policy.witnessKeys) else {
      throw Complaint(
        .badInput,
        "\(response): no line is a cosignature of a known witness over a checkpoint of this log; known: "
          + policy.witnesses.map(\.name).joined(separator: ", "))
    }
    let names = policy.witnesses.filter { kept.witnesses.contains($0.key) }.map(\.name)
    output.line("Kept the cosignature of \(names.joined(separator: ", ")) over \(Progress.events(kept.size)).")
    let all = try ledger.cosignatures(by: policy.witnessKeys).filter { $0.size == kept.size }.map(\.cosignature.key)
    if policy.asksForWitnesses {
      let isReached = policy.isQuorum(all)
      output.line("Quorum (\(policy.quorumText)): \(isReached ? "reached" : "not reached yet").")
    }
  }
}
