import ArgumentParser
import Audit
import Ledger
import TransparencyLog
import ViewStore
import Vocabulary

/// Checks everything there is to check.
struct AuditCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check the whole ledger: was anything altered, and where?",
    discussion: """
      Every check says OK, WITHHELD (it holds; something is not shown to you), UNKNOWN (cannot be decided) or FAIL, and \
      names the event or object at fault. The ledger is only read. Whether the tail was cut off can be told only with a \
      newer checkpoint from elsewhere: give it with --against. That takes the file of a checkpoint, a note with cosignatures, \
      the answer of a witness (with --witness KEY), a bundle, a folder of published tiles, or another ledger; with these \
      last three every event is compared. Timestamps that are kept are UNKNOWN until you give, with --root, the certificate \
      of an authority that you trust.

      Exit status: 0 everything holds; 1 something was falsified; 2 something cannot be decided.

      Checks: \(Audit.checks.map { $0.name }.joined(separator: ", "))

      Examples:
        daybook audit
        daybook audit --only log --only events
        daybook audit --against checkpoint-from-the-witness.txt --key "$(cat their.vkey)"
        daybook audit --against published/ --against ../mirror
        daybook audit --root authority.pem
        daybook audit --against answer.txt --witness "$(cat witness.vkey)"
      """)

  @Option(help: ArgumentHelp("Only this check; may be repeated.", valueName: "check"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "A checkpoint, bundle, folder of tiles, ledger or witness's answer that you have from elsewhere; may be repeated.",
      valueName: "path"))
  var against: [String] = []

  @Option(
    help: ArgumentHelp("A public key of the log that you trust, instead of the one beside it.", valueName: "vkey"))
  var key: [String] = []

  @Option(help: ArgumentHelp("The public key of a witness that you trust; may be repeated.", valueName: "vkey"))
  var witness: [String] = []

  @OptionGroup var roots: RootOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var options: LedgerOptions

  func run(_ output: inout Output) throws {
    let folder = try options.folder()
    let outside = try against.map(Outside.init)
    let names = try Self.known(only)
    if names?.contains("mirrors") ?? false, outside.allSatisfy({ $0.mirror == nil }) {
      throw Complaint(.usage, "--only mirrors: give a bundle, tiles or another ledger with --against")
    }
    let auditing = Auditing(
      folder: folder, only: names, outside: outside, keys: try key.map { try Self.verifier($0, "--key") },
      witnesses: try witness.map { try Self.verifier($0, "--witness") }, roots: try roots.read())
    let picture = try auditing.run()
    picture.write(format.format, to: &output)
    output.status = .of(picture.report.verdict.exitStatus)
  }

  private static func known(_ names: [String]) throws -> Set<String>? {
    let all = Audit.checks.map { $0.name }
    for name in names where !all.contains(name) {
      let nearest = Nearest.word(to: name, among: all).map { " Did you mean '\($0)'?" } ?? ""
      throw Complaint(
        .usage, "--only: there is no check '\(name)'.\(nearest)\nThere are: \(all.joined(separator: ", "))")
    }
    return names.isEmpty ? nil : Set(names)
  }

  static func note(_ path: String) throws -> (name: String, note: [UInt8]) {
    do throws(FileError) {
      if let bytes = try SmallFile.read(path) { return (path, bytes) }
    } catch { throw Complaint(.inputOutput, "--against: \(path) cannot be read: \(error.reason)") }
    throw Complaint(.noInput, "--against: there is no file '\(path)'.")
  }

  static func verifier(_ text: String, _ option: String = "--key") throws -> VerifierKey {
    do throws(KeyError) { return try VerifierKey(text) } catch {
      throw Complaint(
        .usage, "\(option): '\(text)' is no public key (\(error)).\nA key is written name+id+key, as in keys/log.vkey.")
    }
  }
}
