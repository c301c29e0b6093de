import Audit
import Ledger
import SQLiteLog
import TransparencyLog
import ViewStore

/// An audit of the ledger in a folder, damaged or not.
struct Auditing {
  let folder: LedgerFolder
  /// The checks to run; `nil` runs all.
  let only: Set<String>?
  /// What the auditor has from elsewhere.
  let outside: [Outside]
  /// Keys of the log that the auditor trusts.
  let keys: [VerifierKey]
  /// Keys of witnesses that the auditor trusts.
  let witnesses: [VerifierKey]
  /// Certificates, PEM, of the authorities whose timestamps the auditor believes.
  let roots: [UInt8]?

  /// Runs it. A log that cannot even be opened is a finding, not an error.
  func run() throws -> AuditPicture {
    let opened = Result { () throws(LedgerError) in try Ledger.open(at: folder, .auditing) }
    if case .failure(.damaged(let path, let reason)) = opened {
      let finding = Finding(.fail, check: "log", "is not a whole log: \(reason)", place: path)
      return AuditPicture(report: AuditReport([finding]), folder: folder.path, log: nil, line: nil)
    }
    let ledger = try opened.get()
    let watch = ProgressWatch("events checked", of: try? ledger.size)
    let views = LiveViews(of: ledger) { watch.reach($0.done) }
    let audit = Audit(
      of: ledger, keys: keys, outside: outside.compactMap(\.note), mirrors: outside.compactMap(\.mirror),
      witnesses: witnesses, roots: roots, views: views
    ) { _, done, _ in watch.reach(done) }
    let report = audit.run(only: only)
    return AuditPicture(
      report: report, folder: folder.path, log: (ledger.origin, (try? ledger.size) ?? 0),
      line: { EventLine($0, in: ledger) })
  }
}
