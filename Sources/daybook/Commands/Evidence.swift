import ArgumentParser

/// Keeps originals.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Keep originals under the SHA-256 of their bytes, and check them.",
    discussion: """
      An original is copied once and never changed; events name it by its digest: a report with --evidence, what is done \
      with it as custody events, which these commands append: who did what, with which tool, version and settings, the \
      digests before and after, and on whose authority.

      Examples:
        daybook evidence add report.pdf photo.jpg
        daybook evidence add capture/ --url https://example.org/post/1 --tool archiver --collector 'A. Name'
        daybook evidence transfer 3f2a91 --to registry --authority 'order 12 of 2026'
        daybook evidence derive 3f2a91 frame.png --tool ffmpeg --settings '-ss 12 -frames:v 1'
        daybook evidence check --resume
      """,
    subcommands: [
      EvidenceAddCommand.self, EvidenceListCommand.self, EvidenceTransferCommand.self, EvidenceVerifyCommand.self,
      EvidenceDeriveCommand.self, EvidenceCheckCommand.self,
    ])
}
