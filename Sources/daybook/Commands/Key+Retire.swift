import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// Takes a key out of use.
struct KeyRetireCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "Take a key out of use, after a last checkpoint that it signs.",
    discussion: """
      An event says that the key signs no more; a checkpoint over it is signed by both keys, so that who knows only the \
      old key learns of its end under its own signature; then the secret is forgotten. The public key stays: what it \
      signed can be verified for ever.

      Examples:
        daybook key show
        daybook key retire 1f2e3d4c --reason 'yearly change'
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var secret: PassphraseOptions

  @Argument(help: ArgumentHelp("The key: eight digits, as daybook key show lists them.", valueName: "key"))
  var key: String

  @Option(help: "Why.")
  var reason: String?

  func run(_ output: inout Output) throws {
    let ledger = try writing.open()
    let held = try ledger.keys.held(for: ledger.origin).map(\.id)
    guard held.contains(key) else { throw KeyProblem.notHeld(id: key, held: held) }
    guard held.count > 1 else { throw KeyProblem.last(id: key) }
    guard let old = try ledger.keys.verifiers().first(where: { KeyID.text($0) == key }),
      let other = try ledger.keys.verifiers().last(where: { KeyID.text($0) != key && held.contains(KeyID.text($0)) })
    else { throw Complaint(.badInput, "\(key): this key never signed; run daybook key rotate again to bring it in") }
    // Whether the keys can be used is asked first, so that the event does not stand alone.
    let passphrase = secret.passphrase
    _ = try ledger.keys.signers(for: ledger.origin, passphrase: passphrase)
    let event =
      try KeyHistory(ledger).event(of: key, .retired)
      ?? KeyHistory.append(
        .retired, old, [Value.Member("replaced_by", .string(KeyID.text(other)))], reason: reason, to: ledger)
    let note = try ledger.lastCheckpoint(of: old, .retired, passphrase: passphrase)
    try ledger.keys.drop(id: key, origin: ledger.origin)
    let last = try note.map {
      "the checkpoint of \(Progress.events(try Checkpoint(text: $0.text).size)) is the last that it signs"
    }
    output.line(
      """
      Event #\(event) retires the key \(key); \(last ?? "it has signed its last checkpoint before").
      From now on \(KeyID.text(other)) signs alone. Destroy copies of the old \(ledger.keys.signerPath).
      """)
  }
}
