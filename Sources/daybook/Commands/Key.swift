import ArgumentParser

/// Looks after the keys that sign for the log.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Look after the keys that sign for the log.",
    discussion: """
      A new key is brought in by an event and signs beside the old one for a while; then the old one is retired. Who has \
      either key can follow. When a key may be in other hands, the log is frozen at a last checkpoint and goes on under \
      a new name.

      Examples:
        daybook key show
        daybook key passphrase
        daybook key rotate
        daybook key retire 1f2e3d4c
      """,
    subcommands: [
      KeyShowCommand.self, KeyPassphraseCommand.self, KeyRotateCommand.self, KeyRetireCommand.self,
      KeyFreezeCommand.self,
    ])
}
