import ArgumentParser
import Ledger

/// Seals the keys with a passphrase.
struct KeyPassphraseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Seal the keys that are held here with a passphrase, change it, or take it away.",
    discussion: """
      From then on whoever steals the file has to guess: the passphrase is stretched with scrypt (128 MiB a guess), the \
      key sealed with ChaCha20-Poly1305. Without the passphrase nobody can sign, you neither. It is typed at the \
      terminal, or read from a file, never from the command line, where others can see it.

      Examples:
        daybook key passphrase
        daybook key passphrase --new-passphrase-file /media/stick/passphrase
        daybook key passphrase --remove
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var secret: PassphraseOptions

  @Option(
    help: ArgumentHelp("The file whose first line is the new passphrase (else it is asked twice).", valueName: "file"))
  var newPassphraseFile: String?

  @Flag(help: "Leave the keys open for whoever may read the file.")
  var remove = false

  func run(_ output: inout Output) throws {
    guard !(remove && newPassphraseFile != nil) else {
      throw Complaint(.usage, "--remove and --new-passphrase-file: give one of them")
    }
    let ledger = try options.open()
    let new = remove ? nil : try PassphraseSource.readNew(newPassphraseFile)
    try ledger.keys.reseal(origin: ledger.origin, old: secret.passphrase, new: new)
    let path = ledger.keys.signerPath
    output.line(
      remove
        ? "Whoever may read \(path) can sign for this log."
        : "The keys in \(path) are sealed: signing asks for the passphrase.")
    if !remove { output.line("Copies of the file from before are not; destroy them.") }
  }
}
