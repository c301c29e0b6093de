import ArgumentParser
import Audit
import Ledger
import TransparencyLog

/// Checks a bundle with no ledger at hand.
struct VerifyCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check an audit bundle offline: was anything altered, and where?",
    discussion: """
      Needs nothing but the bundle and the public key of its log, which you must have from somebody you trust and not \
      from the bundle: with the bundle's own copy the answer is at most UNKNOWN. The same verdicts come from \
      `python3 BUNDLE/data/verify.py`, without this program.

      Every check says OK, WITHHELD (it holds; something is not shown to you), UNKNOWN (cannot be decided) or FAIL, and \
      names the event or file at fault. Whether later events were cut off can be told only with a newer checkpoint \
      from elsewhere: give it with --against. Timestamps are verified with OpenSSL, each at its own time, with the \
      certificate of an authority that you trust: give it with --root.

      Exit status: 0 everything holds; 1 something was falsified; 2 something cannot be decided.

      Examples:
        daybook verify mali-bundle --key "$(cat their.vkey)"
        daybook verify mali-bundle --policy our-policy.txt --against letter-of-may.note
        daybook verify mali-bundle --key "$(cat their.vkey)" --root authority.pem
      """)

  @Argument(help: ArgumentHelp("The folder of the bundle.", valueName: "bundle"))
  var bundle: String

  @Option(
    help: ArgumentHelp(
      "A public key of the log that you trust, name+id+key; may be repeated.", valueName: "vkey"))
  var key: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with the keys and witnesses that you trust (C2SP tlog-policy: log, witness, group, quorum).",
      valueName: "file"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      "A file with a signed checkpoint that you have from elsewhere; may be repeated.", valueName: "file")
  )
  var against: [String] = []

  @OptionGroup var roots: RootOptions
  @OptionGroup var format: FormatOptions

  func run(_ output: inout Output) throws {
    let keys = try key.map { try AuditCommand.verifier($0) }
    let outside = try against.map { try AuditCommand.note($0) }
    let policy = try policy.map { try Self.policy($0) }
    let roots = try roots.read()
    guard try FileSystem.status(bundle)?.isFolder == true else {
      throw Complaint(.noInput, "there is no folder '\(bundle)'.\nA bundle is a folder that holds bagit.txt.")
    }
    let watch = ProgressWatch("bytes")
    let verification: BundleVerification
    do throws(LedgerError) {
      verification = try BundleVerification(bundle, keys: keys, policy: policy, outside: outside, roots: roots) {
        done, _ in
        watch.reach(done)
      }
    } catch { throw Complaint(.badInput, error.message) }
    let report = verification.run()
    var log: (origin: String, size: UInt64)?
    if let origin = verification.origin, let size = verification.size { log = (origin, size) }
    AuditPicture(report: report, folder: bundle, log: log, title: "Check", line: nil)
      .write(format.format, to: &output)
    output.status = .of(report.verdict.exitStatus)
  }

  private static func policy(_ path: String) throws -> [UInt8] {
    if let bytes = try SmallFile.read(path) { return bytes }
    throw Complaint(.noInput, "--policy: there is no file '\(path)'.")
  }
}
