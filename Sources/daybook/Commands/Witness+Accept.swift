import ArgumentParser
import Audit
import TransparencyLog

/// Lets a witness know a log.
struct WitnessAcceptCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Let a witness know a log by its public key.",
    discussion: """
      A log that changes its key has two for a while: accept both.

      Examples:
        daybook witness accept example.org/mali+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k --at eyes
        daybook witness accept "$(tail -n 1 log.vkey)" --at eyes
      """)

  @Argument(help: ArgumentHelp("The public key of the log, name+id+key.", valueName: "vkey"))
  var key: String

  @Option(help: ArgumentHelp("The folder of the witness.", valueName: "dir"))
  var at: String

  func run(_ output: inout Output) throws {
    let log: VerifierKey
    do throws(KeyError) { log = try VerifierKey(key) } catch {
      throw Complaint(
        .usage, "'\(key)' is no public key (\(error)).\nA key is written name+id+key, as in keys/log.vkey.")
    }
    guard log.algorithm == .ed25519 else {
      throw Complaint(.usage, "'\(key)' is the key of a witness; a log signs with type 0x01")
    }
    let isNew = try WitnessFolder(at).accept(log)
    output.line(
      isNew ? "The witness knows \(log.name) from now on." : "The witness knows \(log.name) by this key already.")
  }
}
