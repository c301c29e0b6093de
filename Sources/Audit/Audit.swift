public import Ledger
public import TransparencyLog

/// Every check there is over one ledger, each with its verdict; PROVENANCE.md, section Verdicts.
///
/// It reads and never writes. It trusts no stored hash: leaves are hashed as they are stored, and everything else is compared with that.
public final class Audit {
  /// The checks, in the order in which they run.
  public static let checks: [any AuditCheck.Type] = [
    LogCheck.self, MirrorCheck.self, TimestampCheck.self, EventCheck.self, EvidenceCheck.self, ProtectionCheck.self,
    KeyCheck.self, FileCheck.self, ViewCheck.self,
  ]

  /// The ledger that is audited.
  public let ledger: Ledger
  /// The keys of the log that the auditor trusts; from `keys/log.vkey` unless given.
  let logKeys: [VerifierKey]
  /// Whether the keys came from the auditor and not from the ledger itself.
  let keysAreOutside: Bool
  /// Checkpoints known from elsewhere: a witness, a bundle, a mirror, a letter.
  let outsideNotes: [(name: String, note: [UInt8])]
  /// The log as others hold it, to be compared event by event.
  let mirrors: [any Mirror]
  /// The keys of witnesses that the auditor trusts.
  let witnesses: [VerifierKey]
  /// Certificates, PEM, of the authorities whose timestamps the auditor believes.
  let roots: [UInt8]?
  /// The views beside the log; `nil` when they were never built.
  let views: (any AuditedViews)?
  /// Told how far the check is: its name, done, and of how many.
  let progress: (String, UInt64, UInt64) -> Void
  private var surveyed: Result<EventSurvey, any Error>?

  /// An audit of a ledger.
  ///
  /// - Parameters:
  ///   - ledger: best opened for reading only.
  ///   - keys: the log's public keys as the auditor knows them; empty means those that lie beside the log.
  ///   - outside: signed checkpoints the auditor has from elsewhere, each with a name for people.
  ///   - mirrors: the log as others hold it; its checkpoints count as if they were given from outside.
  ///   - witnesses: keys of witnesses, whose cosignatures are told.
  ///   - roots: certificates, PEM, of the authorities whose timestamps the auditor believes.
  ///   - views: the views to rebuild and compare.
  ///   - progress: told now and then how far the work is.
  public init(
    of ledger: Ledger, keys: [VerifierKey] = [], outside: [(name: String, note: [UInt8])] = [],
    mirrors: [any Mirror] = [], witnesses: [VerifierKey] = [], roots: [UInt8]? = nil,
    views: (any AuditedViews)? = nil,
    progress: @escaping (String, UInt64, UInt64) -> Void = { _, _, _ in }
  ) {
    self.ledger = ledger
    keysAreOutside = !keys.isEmpty
    logKeys = keys.isEmpty ? (try? ledger.keys.verifiers()) ?? [] : keys
    outsideNotes = outside + mirrors.flatMap(\.notes)
    self.mirrors = mirrors
    self.witnesses = witnesses
    self.roots = roots
    self.views = views
    self.progress = progress
  }

  /// Runs the named checks, or all.
  ///
  /// A check that cannot be finished (an unreadable file, a damaged page) becomes a FAIL that says so; the others still run.
  public func run(only names: Set<String>? = nil) -> AuditReport {
    var report = AuditReport()
    for check in Audit.checks where names?.contains(check.name) ?? check.applies(to: self) {
      let before = report
      do { try check.run(self, into: &report) } catch {
        report.add(Finding(.fail, check: check.name, "could not be finished: \(Audit.sentence(error))"))
      }
      precondition(report != before, "the check \(check.name) must say what it found")
    }
    return report
  }

  /// What the events say, read once for all checks that need it.
  func survey() throws -> EventSurvey {
    if let surveyed { return try surveyed.get() }
    let result = Result { try EventSurvey(self) }
    surveyed = result
    return try result.get()
  }

  /// An error as a sentence.
  static func sentence(_ error: any Error) -> String {
    (error as? LedgerError)?.message ?? (error as? CheckpointError)?.sentence ?? "\(error)"
  }
}
