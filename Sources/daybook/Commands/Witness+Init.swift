import ArgumentParser
import Audit
import Ledger
import TransparencyLog

/// Makes a witness.
struct WitnessInitCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a witness: a folder with its key and what it remembers.",
    discussion: """
      A witness needs no ledger. Its folder must be on one machine only: a copy that cosigns on its own can be made to \
      cosign two histories.

      Examples:
        daybook witness init eyes --name witness.example.net/ngo
        daybook witness init eyes --name witness.example.net/ngo --passphrase-file passphrase
      """)

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("The name of the witness: best a URL without its scheme.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp("Seal the key with the passphrase in the first line of this file.", valueName: "file"))
  var passphraseFile: String?

  func run(_ output: inout Output) throws {
    guard (try? VerifierKey(name: name, publicKey: [UInt8](repeating: 0, count: 32), algorithm: .cosignature)) != nil
    else {
      throw Complaint(.usage, "--name: '\(name)': no name of a witness; allowed: text without white space and +")
    }
    let passphrase = try passphraseFile.map { file throws(LedgerError) in try PassphraseSource.read(file, prompt: "") }
    let key = try WitnessFolder.create(at: folder, name: name, passphrase: passphrase)
    output.line(
      """
      Made a witness in \(folder)
        to give   \(key)

      Next: name the logs that it shall cosign, and answer their requests:
        daybook witness accept VKEY --at \(folder)
        daybook witness sign --at \(folder) < request > response
      """)
  }
}
