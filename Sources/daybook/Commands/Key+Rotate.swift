import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// Brings in a new key.
struct KeyRotateCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Bring in a new key that signs beside the present one.",
    discussion: """
      An event, recorded by the present key, lists the new one; from the next checkpoint on both sign. Give the new \
      public key to readers and witnesses, and retire the old key once they have it. A rotation that was broken off is \
      taken up again.

      Examples:
        daybook key rotate
        daybook key rotate --reason 'yearly change'
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var secret: PassphraseOptions

  @Option(help: "Why.")
  var reason: String?

  func run(_ output: inout Output) throws {
    let ledger = try writing.open()
    let old = try ledger.keys.verifier()
    if let end = try ledger.keyEvents(below: try ledger.size).end(of: old), end.isCompromised {
      throw KeyProblem.ended(id: KeyID.text(old), event: end.event, isCompromised: true, isOnly: true)
    }
    let new = try ledger.keys.successor(origin: ledger.origin, passphrase: secret.passphrase)
    let listed = try KeyHistory(ledger).event(of: KeyID.text(new), .introduced)
    let event =
      try listed
      ?? KeyHistory.append(
        .introduced, new, [Value.Member("replaces", .string(KeyID.text(old)))], reason: reason, to: ledger)
    try ledger.keys.introduce(new)
    output.line(
      """
      Event #\(event) lists the new key \(KeyID.text(new)), which signs beside \(KeyID.text(old)) from the next checkpoint on.
        to give   \(new)

      Next: sign with both, give the key to readers and witnesses, and retire the old one when they have it:
        daybook checkpoint
        daybook key retire \(KeyID.text(old))
      """)
  }
}
