import ArgumentParser
import Audit
import Ledger
import TransparencyLog

/// Serves a witness over HTTP.
struct WitnessServeCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answer requests for cosignatures over HTTP.",
    discussion: """
      Becomes daybook-net, the only program of Daybook that opens the network, and answers POST /add-checkpoint as C2SP \
      tlog-witness v1.0.0 says, until it is stopped. Logs that are accepted meanwhile are known at once. Each answer \
      makes a line on standard error.

      It listens on the loopback address, so that only this machine reaches it. For others, put a web server with TLS in \
      front of it; --listen makes it answer the network itself, without TLS. Bodies are limited to what a request can \
      need, a request must be whole after --seconds, and requests are decided one after the other.

      Examples:
        daybook witness serve --at eyes
        daybook witness serve --at eyes --port 8471 --passphrase-file passphrase
        daybook witness serve --at eyes --listen 192.0.2.7
      """)

  @OptionGroup var secret: PassphraseOptions

  @Option(help: ArgumentHelp("The folder of the witness.", valueName: "dir"))
  var at: String

  @Option(help: ArgumentHelp("The address to listen on; 0.0.0.0 or :: are all of this machine.", valueName: "address"))
  var listen = "127.0.0.1"

  @Option(help: "The port; 0 takes a free one.")
  var port: UInt16 = 8470

  @Option(help: ArgumentHelp("How long a request may take to come.", valueName: "seconds"))
  var seconds: Int = 15

  func run(_ output: inout Output) throws {
    try Courier.check(seconds: seconds)
    let folder = WitnessFolder(at)
    // A key that is sealed is opened here, where a person can be asked; the passphrase goes through a pipe.
    var known: [UInt8]?
    let ask = secret.passphrase
    do {
      _ = try folder.open { key throws(LedgerError) in
        let given = try ask(key)
        known = given
        return given
      }
    } catch let error as PolicyError {
      throw Complaint(.badInput, "\(folder.policyPath): \(error)")
    }
    let program = try Courier.program(instead: "answer by file: daybook witness sign")
    let words = ["serve-witness", "--listen", listen, "--port", String(port), "--seconds", String(seconds)]
    program.become(words + (known == nil ? [] : ["--passphrase-on-input"]) + ["--", at], input: known)
    throw Complaint(.inputOutput, "\(program.path) does not start")
  }
}
