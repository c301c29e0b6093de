import ArgumentParser
import Ledger
import TransparencyLog

/// Signs the log as it stands.
struct CheckpointCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Sign the log as it stands, and print the note.",
    discussion: """
      The note (C2SP tlog-checkpoint) names the log, its size and the root of its tree. Whoever holds it can later prove \
      that nothing up to that size was changed. Give it away: to a colleague, a court, a newspaper. Signing the same \
      size again prints the same note.

      A key signs no log that does not continue what it has signed before, as one restored from an old copy.

      Examples:
        daybook checkpoint
        daybook checkpoint > mali-2026-11-27.note
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var secret: PassphraseOptions

  func run(_ output: inout Output) throws {
    let note = try writing.open().checkpoint(passphrase: secret.passphrase)
    output.write(note.bytes)
  }
}
