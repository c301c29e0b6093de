import ArgumentParser
import Audit
import Glibc
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Ledger
import Logging
import NIOCore
import TransparencyLog

/// Serves a witness over HTTP (C2SP tlog-witness v1.0.0 "add-checkpoint").
struct ServeWitness: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve-witness",
    abstract: "Answer requests for cosignatures at POST /add-checkpoint.",
    discussion: """
      It listens on the loopback address unless --listen names another one.

      Examples:
        daybook-net serve-witness eyes --port 8470
      """)

  @Argument(help: "The folder of the witness.")
  var folder: String

  @Option(help: "The address to listen on.")
  var listen = "127.0.0.1"

  @Option(help: "The port; 0 takes a free one.")
  var port: UInt16 = 8470

  @Option(help: "A request must be whole after so many seconds.")
  var seconds: Int64 = 15

  @Flag(help: "Read the passphrase of the key from standard input.")
  var passphraseOnInput = false

  /// So many connections are served at a time; others wait.
  private static let connectionLimit = 128

  func run() async throws {
    let place = WitnessFolder(folder)
    let desk: WitnessDesk
    do {
      desk = WitnessDesk(place, witness: try place.open(passphrase: try passphrase()))
    } catch {
      Talk.complain((error as? LedgerError)?.message ?? "\(place.policyPath): \(error)")
      throw ExitCode((error as? LedgerError)?.exitStatus ?? 65)
    }
    let patience = TimeAmount.seconds(seconds)
    let server = Application(
      responder: CallbackResponder<BasicRequestContext> { request, _ in try await desk.respond(to: request) },
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [RequestDeadline(patience: patience, byteLimit: WitnessDesk.byteLimit)],
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 16 << 10, maxHeaderFieldCount: 64)
        )),
      configuration: .init(
        address: .hostname(listen, port: Int(port)),
        availableConnectionsDelegate: MaximumAvailableConnections(Self.connectionLimit, logger: Self.silent)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? Int(port)
        let host = listen.contains(":") ? "[\(listen)]" : listen
        Talk.answer([UInt8]("The witness \(desk.name) answers at http://\(host):\(port)\n".utf8))
      },
      logger: Self.silent)
    do { try await server.runService() } catch {
      Talk.complain("cannot serve at \(listen), port \(port): \(Self.words(error))")
      throw ExitCode(74)
    }
  }

  private static func words(_ error: any Error) -> String {
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE: "another program listens there already"
    case EADDRNOTAVAIL: "this machine has no such address"
    case EACCES: "only the administrator may listen there; take a port above 1023"
    default: "\(error)"
    }
  }

  /// What the library has to say is of no use to the one who serves.
  private static let silent = Logger(label: "daybook-net") { _ in SwiftLogNoOpLogHandler() }

  private func passphrase() throws -> Passphrase? {
    guard passphraseOnInput else { return nil }
    let given = try SmallFile.readAll(OpenFile.standardInput, limit: 1 << 16)
    return { _ throws(LedgerError) in given }
  }
}
