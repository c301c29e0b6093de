import ArgumentParser
import Ledger

/// Makes the key of a reader.
struct DiscloseKeyCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make a reader's key: the secret goes to a file, the public half is printed.",
    discussion: """
      The reader runs this and sends the printed line to those who keep the ledger; the secret stays with the reader. It \
      needs no ledger.

      Example:
        daybook disclose key reader.key --name icc-otp > reader.pub
      """)

  @Argument(help: "The new file of the secret.")
  var file: String

  @Option(help: "The name of the reader: letters, digits, . _ and -.")
  var name: String

  func run(_ output: inout Output) throws {
    guard let secret = ReaderSecret(name: name) else { throw Recipient.badName(name, "--name") }
    do throws(LedgerError) { try secret.write(to: file) } catch {
      guard case .alreadyThere = error else { throw error }
      throw Complaint(.inputOutput, "\(file): there is such a file already; a secret is never overwritten")
    }
    output.line(secret.reader.description)
  }
}
