import ArgumentParser
import Audit
import Ledger

/// Keeps a token.
struct TimestampAddCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Keep the answer of a timestamp authority.",
    discussion: """
      A response (.tsr) or a bare token is read; the checkpoint it is over is found by its hash. With --root it is \
      verified first, and a token that does not hold is not kept.

      Examples:
        daybook timestamp add response.tsr --root authority.pem
        daybook timestamp add response.tsr
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var roots: RootOptions

  @Argument(help: ArgumentHelp("The answer; - is standard input.", valueName: "file"))
  var file: String

  func run(_ output: inout Output) throws {
    let token = try TimestampToken(InputFile.require(file, option: "add"))
    try Stamped.keep(token, roots: roots.read(), in: writing.open(), &output)
  }
}

/// `--root` on commands that verify timestamps.
struct RootOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Certificates (PEM) of the authorities that you believe; may be repeated.", valueName: "file"))
  var root: [String] = []

  /// The certificates, one after the other; `nil` when none was given.
  func read() throws(Complaint) -> [UInt8]? {
    guard !root.isEmpty else { return nil }
    var all: [UInt8] = []
    for path in root {
      let bytes = try InputFile.require(path, option: "--root")
      guard String(decoding: bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
        throw Complaint(.badInput, "--root: \(path) holds no certificate in PEM (-----BEGIN CERTIFICATE-----)")
      }
      all += bytes + [0x0a]
    }
    return all
  }
}
