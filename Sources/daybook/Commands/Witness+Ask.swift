import ArgumentParser
import Audit
import Leaf
import Ledger
import TransparencyLog

/// Asks witnesses over HTTP.
struct WitnessAskCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask the witnesses of the policy over HTTP to cosign the newest checkpoint, and keep their answers.",
    discussion: """
      Every witness whose line in the policy has a URL (witness NAME VKEY URL) is asked, one after the other; one that \
      fails does not keep the others from being asked. A witness that is at another size than the ledger knows says so \
      and is asked again from there. What is sent is the signed checkpoint and hashes, never an event. No redirection is \
      followed. Runs daybook-net, the only program of Daybook that opens the network.

      Exit status: 0 the newest checkpoint has the quorum of the policy; 2 it has not yet; 1 a witness says that it saw \
      another history.

      Examples:
        daybook witness ask
        daybook witness ask --witness ngo --seconds 60
        daybook witness ask --format json
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var policy: WitnessPolicyOptions

  @Option(help: ArgumentHelp("Only this witness of the policy; may be repeated.", valueName: "name"))
  var witness: [String] = []

  @Option(help: ArgumentHelp("How long each may take to answer.", valueName: "seconds"))
  var seconds: Int = 15

  @Option(help: "How to print: table or json.")
  var format: TextFormat = .table

  func run(_ output: inout Output) throws {
    try Courier.check(seconds: seconds)
    let ledger = try writing.open()
    let policy = try policy.read(in: ledger.folder)
    let asked =
      witness.isEmpty ? policy.witnesses : try witness.map { name throws(Complaint) in try policy.witness(name) }
    guard asked.contains(where: { $0.url != nil }) else {
      throw Complaint(
        .usage,
        "no witness that shall be asked has a URL in the policy: write it as witness NAME VKEY URL\nOr \(WitnessAsking.instead)"
      )
    }
    guard let newest = try ledger.newestCheckpoint() else {
      throw Complaint(.undecided, "there is no checkpoint to cosign yet.\nSign one: daybook checkpoint")
    }
    var outcomes: [(TrustPolicy.Witness, WitnessAsking.Outcome)] = []
    for witness in asked {
      // Another one's cosignature may have been added meanwhile.
      let present = try ledger.newestCheckpoint() ?? newest
      let asking = WitnessAsking(
        ledger: ledger, newest: present.size == newest.size ? present : newest, seconds: seconds)
      outcomes.append((witness, try asking.ask(witness)))
      if format == .table { tell(witness, outcomes[outcomes.count - 1].1, newest, &output) }
    }
    try finish(outcomes, newest, policy, ledger, &output)
  }

  private func tell(
    _ witness: TrustPolicy.Witness, _ outcome: WitnessAsking.Outcome, _ newest: StoredCheckpoint, _ output: inout Output
  ) {
    let name = TextWidth.safe(witness.name)
    switch outcome {
    case .cosigned: output.line("\(name) cosigned \(Progress.events(newest.size)).")
    case .already: output.line("\(name) had cosigned \(Progress.events(newest.size)) already.")
    case .unreachable: output.line("\(name) was not asked: the policy has no URL for it.")
    case .failed(let reason):
      Descriptor.error.say("daybook: \(name) did not cosign: " + reason.replacing("\n", with: "\n  "))
    case .contradicts(let reason):
      Descriptor.error.say("daybook: \(name) did not cosign: " + reason.replacing("\n", with: "\n  "))
    }
    output.flush()
  }

  /// Says whether what is kept now is enough.
  private func finish(
    _ outcomes: [(witness: TrustPolicy.Witness, outcome: WitnessAsking.Outcome)], _ newest: StoredCheckpoint,
    _ policy: TrustPolicy, _ ledger: Ledger, _ output: inout Output
  ) throws {
    let signers = try ledger.cosignatures(by: policy.witnessKeys).filter { $0.size == newest.size }
    let isReached = policy.isQuorum(signers.map(\.cosignature.key))
    if format == .json {
      output.line(String(decoding: json(outcomes, newest, policy, isReached).encode(), as: UTF8.self))
    } else if policy.asksForWitnesses {
      output.line(
        "Quorum (\(policy.quorumText)) of the checkpoint of \(Progress.events(newest.size)): "
          + (isReached ? "reached." : "not reached yet."))
    }
    let isContradicted = outcomes.contains { if case .contradicts = $0.outcome { true } else { false } }
    let isEnough =
      policy.asksForWitnesses ? isReached : outcomes.allSatisfy { [.cosigned, .already].contains($0.outcome) }
    output.status = isContradicted ? .falsified : isEnough ? .done : .undecided
  }

  /// Its schema is `output_witness_ask.json`.
  private func json(
    _ outcomes: [(witness: TrustPolicy.Witness, outcome: WitnessAsking.Outcome)], _ newest: StoredCheckpoint,
    _ policy: TrustPolicy, _ isReached: Bool
  ) -> Value {
    let witnesses: [Value] = outcomes.map { witness, outcome in
      let (word, why): (String, Value) =
        switch outcome {
        case .cosigned: ("cosigned", .null)
        case .already: ("already", .null)
        case .unreachable: ("no-url", .null)
        case .failed(let reason): ("failed", .string(reason))
        case .contradicts(let reason): ("contradicts", .string(reason))
        }
      return [
        "name": .string(witness.name), "vkey": .string(witness.key.description),
        "url": witness.url.map(Value.string) ?? .null, "outcome": .string(word), "why": why,
      ]
    }
    return [
      "size": .integer(Int64(newest.size)), "quorum": .string(policy.quorumText), "reached": .boolean(isReached),
      "witnesses": .array(witnesses),
    ]
  }
}
