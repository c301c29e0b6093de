import ArgumentParser
import Audit
import Ledger

/// Writes a request for a timestamp.
struct TimestampRequestCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "request",
    abstract: "Write a request for a timestamp over the newest checkpoint with its signatures.",
    discussion: """
      Let witnesses cosign first, so that their signatures are covered too. With --renew the tokens that the checkpoint \
      has already are covered as well: do that before the certificate of their authority ends (daybook timestamp check \
      says when).

      Examples:
        daybook timestamp request > request.tsq
        daybook timestamp request --size 366 --renew > request.tsq
      """)

  @OptionGroup var options: LedgerOptions

  @Option(help: ArgumentHelp("The checkpoint of so many events, instead of the newest.", valueName: "events"))
  var size: UInt64?

  @Flag(help: "Cover the tokens over the checkpoint as well.")
  var renew = false

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let checkpoint = try Stamped.checkpoint(size, renewing: renew, of: ledger)
    output.write(try TimestampRequest.over(ledger.toStamp(checkpoint, renewing: renew)))
  }
}

/// The checkpoint that shall be stamped.
enum Stamped {
  /// The one of that size, or the newest: its copy with the most signatures; for a renewal its last copy that has a token.
  static func checkpoint(_ size: UInt64?, renewing: Bool, of ledger: Ledger) throws -> StoredCheckpoint {
    let all = try ledger.checkpoints()
    let wanted = size ?? all.map(\.size).max()
    var copies = all.filter { $0.size == wanted }
    guard let size = wanted, !copies.isEmpty else {
      throw Complaint(
        .undecided,
        size.map { "--size: there is no checkpoint of \($0) events; there are: \(sizes(all))" }
          ?? "there is no checkpoint to stamp yet.\nSign one: daybook checkpoint")
    }
    if renewing { copies = try copies.filter { try !ledger.log.tokens(of: $0.number).isEmpty } }
    guard let last = copies.last else {
      throw Complaint(.badInput, "--renew: the checkpoint of \(size) events has no token yet; leave --renew out")
    }
    return last
  }

  /// Keeps the answer of an authority and tells what it proves.
  static func keep(_ token: TimestampToken, roots: [UInt8]?, in ledger: Ledger, _ output: inout Output) throws {
    let kept = try ledger.keep(timestamp: token, roots: roots)
    let moment = UTCTime.text(seconds: token.time)
    let events = Progress.events(kept.size)
    output.line(
      roots == nil
        ? "Kept a token that says: the checkpoint of \(events) existed at \(moment). Nobody verified it yet: give --root."
        : "The checkpoint of \(events) existed at \(moment), and is unchanged since.")
    if kept.renewed > 0 { output.line("The token renews \(kept.renewed) before it.") }
  }

  private static func sizes(_ all: [StoredCheckpoint]) -> String {
    let sizes = Set(all.map(\.size)).sorted()
    return sizes.isEmpty ? "none" : sizes.suffix(10).map(String.init).joined(separator: ", ")
  }
}
