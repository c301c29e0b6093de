internal import Leaf
public import Ledger
public import TransparencyLog

/// Checks a bundle offline, with no ledger at hand; PROVENANCE.md, sections Bundle and Verdicts.
///
/// It reads and never writes, follows no link, and trusts nothing that lies in the bundle: keys come from the reader. The
/// single-file `verify.py` inside every bundle says the same verdicts at the same places without this program.
public final class BundleVerification {
  /// The checks with what each promises, in the order in which they tell.
  public static let checks: [(name: String, promise: String)] = [
    ("bag", "every file is listed and is the one that was written"),
    ("trust", "the keys come from you and not from the bundle"),
    ("log", "every entry is the one that was recorded, at its place, under every signed checkpoint"),
    ("events", "every event is canonical, in order, and refers to earlier events as they were"),
    ("protected", "every value shown is the one committed to, and no redacted value is shown"),
    ("evidence", "every original is the one that the events name"),
    ("proofs", "every proof proves its event"),
    ("keys", "no key signed after the event that ended it"),
    ("time", "every timestamp is one of a checkpoint of this log"),
    ("views", "every table is the one that was drawn from these events"),
    ("seal", "whoever sealed the bundle sealed this content"),
  ]

  let files: BundleFiles
  let outside: [(name: String, note: [UInt8])]
  /// Certificates of authorities that the reader believes, PEM.
  let roots: [UInt8]?
  let progress: (UInt64, UInt64) -> Void
  private let given: BundleTrust?
  var trust = BundleTrust()
  var report = AuditReport()
  var walk: BagWalk
  /// What the checkpoint in the bundle says, whoever signed it.
  var checkpoint: Checkpoint?
  var checkpointNote: [UInt8] = []
  /// Digests of originals that are here, and of those whose bytes are others.
  var originals: Set<Digest> = []
  var altered: Set<Digest> = []

  /// What the events say became of the keys of the log.
  var keyEvents = KeyEvents()

  /// The name of the log; `nil` when the checkpoint cannot be read.
  public var origin: String? { checkpoint?.origin }
  /// How many events the checkpoint signs.
  public var size: UInt64? { checkpoint?.size }

  /// A check of the bundle in a folder.
  ///
  /// - Parameters:
  ///   - keys: the public keys that the reader trusts, from elsewhere.
  ///   - policy: a C2SP tlog-policy that the reader trusts; its keys are added.
  ///   - outside: signed checkpoints that the reader has from elsewhere, each with a name for people.
  ///   - roots: certificates, PEM, of the authorities whose timestamps the reader believes.
  ///   - progress: told how many bytes were hashed, and of how many.
  /// - Throws: when there is no such folder, or the policy cannot be read.
  public init(
    _ path: String, keys: [VerifierKey] = [], policy: [UInt8]? = nil,
    outside: [(name: String, note: [UInt8])] = [], roots: [UInt8]? = nil,
    progress: @escaping (UInt64, UInt64) -> Void = { _, _ in }
  ) throws(LedgerError) {
    guard try onDisk({ () throws(FileError) in try FileSystem.status(path)?.isFolder }) == true else {
      throw .inputOutput(path: path, reason: "is no folder, so no bundle")
    }
    files = BundleFiles(root: path)
    self.outside = outside
    self.roots = roots
    self.progress = progress
    walk = try BagWalk(path)
    do throws(PolicyError) {
      let policy = try policy.map { bytes throws(PolicyError) in try TrustPolicy(bytes) }
      given = keys.isEmpty && policy == nil ? nil : BundleTrust(keys: keys, policy: policy)
    } catch { throw .inputOutput(path: "the policy", reason: "\(error)") }
  }

  /// Runs every check.
  public func run() -> AuditReport {
    for refused in walk.refused { fail("bag", refused.reason, refused.path) }
    guard walk.refused.isEmpty else { return report }
    readTrust()
    guard readCheckpoint(), let checkpoint else {
      checkBag()
      return report
    }
    let told = report
    report = AuditReport()
    if walk.payload.contains(where: { $0.path.utf8.starts(with: "data/log/tile/".utf8) }) {
      checkFull(checkpoint, told)
    } else {
      checkSelected(checkpoint, told)
    }
    checkTime()
    checkViews(checkpoint)
    checkSeal(checkpoint)
    return report
  }

  func fail(_ check: String, _ what: String, _ place: String? = nil) {
    report.add(Finding(.fail, check: check, what, place: place))
  }

  func tell(_ verdict: Verdict, _ check: String, _ what: String, event: UInt64? = nil, place: String? = nil) {
    report.add(Finding(verdict, check: check, what, event: event, place: place))
  }

  /// Adds what was found before.
  func add(_ earlier: AuditReport) { for finding in earlier.findings { report.add(finding) } }

  private func readTrust() {
    if let given {
      trust = given
      return tell(.ok, "trust", "the keys come from you")
    }
    do throws(BundleFileError) {
      let bytes = try files.require("data/trust/policy.txt")
      do throws(PolicyError) { trust = BundleTrust(policy: try TrustPolicy(bytes), isReaders: false) } catch {
        throw BundleFileError(reason: "\(error)")
      }
      tell(
        .unknown, "trust",
        "the keys are the bundle's own copy: this shows only that the bundle agrees with itself; get the keys from "
          + "somebody you trust and give them with --key")
    } catch {
      tell(.unknown, "trust", "no keys are at hand: \(error.reason)", place: "data/trust/policy.txt")
    }
  }

  /// Reads what the checkpoint says; whether a known key signed it is told with the log.
  private func readCheckpoint() -> Bool {
    let path = "data/log/checkpoint"
    do {
      checkpointNote = try files.require(path)
      checkpoint = try Checkpoint(text: Note(checkpointNote).text)
    } catch {
      fail("log", "is no checkpoint: \((error as? BundleFileError)?.reason ?? "\(error)")", path)
      return false
    }
    guard let checkpoint, checkpoint.size > 0 else {
      fail("log", "signs no entries: an empty log proves nothing", path)
      return false
    }
    return true
  }
}
