import ArgumentParser
import Audit
import Ledger

/// Fetches a timestamp over HTTP.
struct TimestampFetchCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Ask an authority over HTTP to timestamp the newest checkpoint, and keep its token.",
    discussion: """
      Does what request, curl and add do (RFC 3161 section 3.4): a hash is sent, and the token that comes back must be \
      over it and carry the number that was drawn for this request. With --root it is verified first, and a token that \
      does not hold is not kept. No redirection is followed. Runs daybook-net, the only program of Daybook that opens the \
      network.

      Examples:
        daybook timestamp fetch http://tsa.example.org/ --root authority.pem
        daybook timestamp fetch https://tsa.example.org/stamp --root authority.pem --size 366 --renew
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var roots: RootOptions

  @Argument(help: ArgumentHelp("The authority.", valueName: "url"))
  var url: String

  @Option(help: ArgumentHelp("The checkpoint of so many events, instead of the newest.", valueName: "events"))
  var size: UInt64?

  @Flag(help: "Cover the tokens over the checkpoint as well.")
  var renew = false

  @Option(help: ArgumentHelp("How long the authority may take to answer.", valueName: "seconds"))
  var seconds: Int = 15

  /// A token with all certificates of its chain has some ten thousand.
  private static let byteLimit = 1 << 20

  func run(_ output: inout Output) throws {
    try Courier.check(seconds: seconds)
    let trusted = try roots.read()
    let ledger = try writing.open()
    let checkpoint = try Stamped.checkpoint(size, renewing: renew, of: ledger)
    let stamped = try ledger.toStamp(checkpoint, renewing: renew)
    let request = try TimestampRequest.over(stamped)
    let answer = try Courier.post(
      request, type: TimestampRequest.contentType, to: url, seconds: seconds, limit: Self.byteLimit,
      instead: "ask by file: daybook timestamp request")
    guard answer.status == 200 else { throw answer.refusal(of: url) }
    let token: TimestampToken
    do { token = try TimestampToken(answer.body) } catch let error as TimestampError {
      throw Complaint(.badInput, "\(url): \(error)")
    }
    guard try token.answers(request), token.isOver(stamped) else {
      throw Complaint(.badInput, "\(url): its token answers another request; nothing was kept")
    }
    try Stamped.keep(token, roots: trusted, in: ledger, &output)
  }
}
