import ArgumentParser
import Audit
import Ledger
import TransparencyLog

/// `--policy` on commands that know witnesses: a file as C2SP tlog-policy, else `policy` in the ledger's folder.
struct WitnessPolicyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The policy: which witnesses count, and how many must cosign (else the file policy of the ledger).",
      valueName: "file"))
  var policy: String?

  /// Reads the policy.
  func read(in folder: LedgerFolder) throws -> TrustPolicy {
    let path = policy ?? folder.path + "/policy"
    guard let bytes = try InputFile.read(path, option: "--policy", ifMissing: policy == nil ? nil : "") else {
      throw Complaint(
        .noInput,
        """
        no policy says which witnesses count: there is no file \(path).
        Write one, for example with two lines:
        witness ngo witness.example.org/ngo+…
        quorum ngo
        """)
    }
    return try WitnessPolicyOptions.policy(bytes, path)
  }

  /// The policy that a ledger keeps, with its text; `nil` when it keeps none.
  static func kept(in folder: LedgerFolder) throws(Complaint) -> (policy: TrustPolicy, text: String)? {
    let path = folder.path + "/policy"
    guard let bytes = try InputFile.read(path, option: "the policy", ifMissing: nil) else { return nil }
    return (try policy(bytes, path), String(decoding: bytes, as: UTF8.self))
  }

  private static func policy(_ bytes: [UInt8], _ path: String) throws(Complaint) -> TrustPolicy {
    do throws(PolicyError) { return try TrustPolicy(bytes) } catch { throw Complaint(.badInput, "\(path): \(error)") }
  }
}

extension TrustPolicy {
  /// The witness that a person names; the only one when nobody is named.
  func witness(_ name: String?) throws(Complaint) -> Witness {
    guard let name else {
      if witnesses.count == 1 { return witnesses[0] }
      throw Complaint(
        .usage,
        witnesses.isEmpty
          ? "the policy names no witness" : "--witness: which one? There are: \(names.joined(separator: ", "))")
    }
    if let found = witnesses.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return found }
    throw Complaint(
      .usage, "--witness: '\(name)': the policy names no such witness; there are: \(names.joined(separator: ", "))")
  }

  private var names: [String] { witnesses.map(\.name) }
}

/// Reads the small files that people name.
enum InputFile {
  /// The bytes of a file; `-` is standard input.
  ///
  /// - Parameter ifMissing: `nil` answers with `nil` for a missing file.
  static func read(_ path: String, option: String, ifMissing: String? = "", limit: Int = 4 << 20) throws(Complaint)
    -> [UInt8]?
  {
    do throws(FileError) {
      if path == "-" { return try SmallFile.readAll(OpenFile.standardInput, limit: limit) }
      if let bytes = try SmallFile.read(path) { return bytes }
    } catch { throw Complaint(.inputOutput, "\(option): \(path) cannot be read: \(error.reason)") }
    guard let ifMissing else { return nil }
    throw Complaint(.noInput, "\(option): there is no file '\(path)'.\(ifMissing)")
  }

  /// The bytes of a file that must be there.
  static func require(_ path: String, option: String) throws(Complaint) -> [UInt8] {
    try read(path, option: option) ?? []
  }
}
