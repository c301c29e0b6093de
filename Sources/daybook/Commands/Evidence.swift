import ArgumentParser

/// Keeps originals.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Keep originals under the SHA-256 of their bytes, and check them.",
    discussion: """
      An original is copied once and never changed; events name it by its digest: a report with --evidence, what is done \
      with it as custody events.

      Examples:
        daybook evidence add report.pdf photo.jpg
        daybook evidence list
        daybook evidence check
      """,
    subcommands: [EvidenceAddCommand.self, EvidenceListCommand.self, EvidenceCheckCommand.self])
}
