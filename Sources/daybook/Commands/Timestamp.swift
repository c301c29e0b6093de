import ArgumentParser

/// Has checkpoints timestamped.
struct TimestampCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timestamp",
    abstract: "Have signed checkpoints timestamped by an authority, and verify that (RFC 3161).",
    discussion: """
      A token proves that the note, and so every event under it, existed at a time and is unchanged since; it says \
      nothing about whether an event is true. The request holds a hash alone, so the authority learns nothing. Which \
      authority to believe is the reader's choice: its root certificate is given with --root. Requests are made and \
      tokens verified by the program openssl.

      Examples:
        daybook timestamp fetch http://tsa.example.org/ --root authority.pem
      The same by file:
        daybook timestamp request > request.tsq
        curl -s --data-binary @request.tsq -H 'Content-Type: application/timestamp-query' URL > response.tsr
        daybook timestamp add response.tsr --root authority.pem
        daybook timestamp check --root authority.pem
      """,
    subcommands: [
      TimestampRequestCommand.self, TimestampAddCommand.self, TimestampFetchCommand.self, TimestampCheckCommand.self,
    ])
}
