import ArgumentParser

/// Has checkpoints cosigned, and cosigns those of others.
struct WitnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witness",
    abstract: "Have checkpoints cosigned by others, and cosign theirs.",
    discussion: """
      A witness states with a time that a checkpoint continues every one that it saw of this log before: nobody can then \
      be shown another history. Requests and answers are those of C2SP tlog-witness; as files they travel by e-mail or \
      stick. Which witnesses count, and how many, says the file policy of the ledger (C2SP tlog-policy).

      The office that keeps the ledger, over HTTP or by file:
        daybook witness ask
        daybook witness request > request
        daybook witness add response
        daybook witness status
      The office that witnesses:
        daybook witness init eyes --name witness.example.net/ngo
        daybook witness accept "$(cat their.vkey)" --at eyes
        daybook witness serve --at eyes
        daybook witness sign --at eyes < request > response
      """,
    subcommands: [
      WitnessAskCommand.self, WitnessRequestCommand.self, WitnessAddCommand.self, WitnessStatusCommand.self,
      WitnessInitCommand.self, WitnessAcceptCommand.self, WitnessServeCommand.self, WitnessSignCommand.self,
    ])
}
