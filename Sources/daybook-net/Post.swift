import ArgumentParser
import Foundation
import Ledger

/// Posts what it reads and prints what comes back.
struct Post: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Post standard input to a URL, and print what comes back.",
    discussion: """
      Prints four lines and then the body: `answered` or `failed`, the status of HTTP or why nothing came back, the type \
      of the body, and where else the answer points to. It follows no such pointer.

      Examples:
        daybook-net post https://witness.example.net/add-checkpoint --type text/plain < request
      """)

  @Argument(help: "Where to: http or https.")
  var url: String

  @Option(help: "The type of the body.")
  var type: String

  @Option(help: "Give up after so many seconds, however much has come.")
  var seconds: Int = 15

  @Option(help: "Refuse an answer of more bytes.")
  var limit: Int = 1 << 20

  func run() async throws {
    guard let target = URL(string: url), ["http", "https"].contains(target.scheme?.lowercased()), target.host != nil
    else {
      Talk.complain("'\(url)' is no URL that can be asked; allowed: http://HOST/… or https://HOST/…")
      throw ExitCode(64)
    }
    let body = try SmallFile.readAll(OpenFile.standardInput)
    let outcome = await Exchange(limit: limit).post(body, type: type, to: target, seconds: seconds)
    Talk.answer(outcome.written)
  }
}
