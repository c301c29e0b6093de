import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// Ends a log whose key may be in other hands.
struct KeyFreezeCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "freeze",
    abstract: "End the log at a last checkpoint, because others may have its key.",
    discussion: """
      An event says so, a last checkpoint is signed, and from then on nothing is appended or signed here: what the stolen \
      key signs later is not this log. Let witnesses cosign the last checkpoint and have it timestamped at once; that is \
      what later tells it from a forged one. Then go on in a new ledger, under a new name, whose first event names this \
      checkpoint. This cannot be undone.

      Examples:
        daybook key freeze --reason 'the laptop was taken at the border'
        daybook init mali-2 --origin example.org/mali-2 --after mali
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var secret: PassphraseOptions

  @Option(help: "What happened.")
  var reason: String

  func run(_ output: inout Output) throws {
    let ledger = try writing.open()
    let key = try ledger.keys.verifier()
    // Whether the key can be used is asked first, so that the event does not stand alone.
    let passphrase = secret.passphrase
    _ = try ledger.keys.signers(for: ledger.origin, passphrase: passphrase)
    let event =
      try KeyHistory(ledger).event(of: KeyID.text(key), .compromised)
      ?? KeyHistory.append(.compromised, key, [], reason: reason, to: ledger)
    _ = try ledger.lastCheckpoint(of: key, .compromised, passphrase: passphrase)
    try ledger.keys.freeze()
    let size = try ledger.keys.frozen()?.size ?? ledger.size
    output.line(
      """
      Event #\(event) says that the key \(KeyID.text(key)) is no longer safe. The log is frozen at \(Progress.events(size)).

      Next: have the last checkpoint cosigned and timestamped at once, and go on under a new name:
        daybook witness request
        daybook timestamp request
        daybook init DIR --origin NEW-NAME --after \(ledger.folder.path)
      """)
  }
}
