import ArgumentParser

/// Gives protected values to readers, and checks what was given.
struct DiscloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disclose",
    abstract: "Give protected values to one reader, who can check them against the log.",
    discussion: """
      What is protected stands in the log as a digest alone. A reader is given a file of disclosures: each shows one \
      value and proves, by its digest, that it is the one the event commits to. What each reader was given is noted \
      beside the keys, never in the log.

      Examples:
        daybook disclose '#340' --to icc-otp > disclosures.jsonl
        daybook disclose '#340' '#351' --field collector --to reader.pub --out for-the-prosecutor.txt
        daybook disclose list
        daybook disclose check disclosures.jsonl --in bundle/
        daybook disclose rekey
      """,
    subcommands: [
      DiscloseGiveCommand.self, DiscloseCheckCommand.self, DiscloseOpenCommand.self, DiscloseKeyCommand.self,
      DiscloseListCommand.self, DiscloseRekeyCommand.self,
    ], defaultSubcommand: DiscloseGiveCommand.self)
}
