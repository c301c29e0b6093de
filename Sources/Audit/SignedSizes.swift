internal import Ledger
internal import TransparencyLog

/// The checkpoints that say which root the log had at which size, and what they prove about it.
struct SignedSizes {
  /// One checkpoint: where it was found, whether it comes from outside the log, what it says.
  struct Signed {
    var name: String
    var isOutside: Bool
    var size: UInt64
    var root: Digest
  }

  private var signed: [Signed] = []
  private var told: [Finding] = []
  private let keysAreOutside: Bool
  /// Whether each cosignature of a checkpoint from outside is told.
  private let tellsCosignatures: Bool
  private let check = LogCheck.name

  /// The checkpoints kept in the log, those given from outside, and the head beside the signing key.
  init(_ audit: Audit) {
    let kept = (try? audit.ledger.checkpoints()) ?? []
    let outside = audit.outsideNotes.map { ($0.name, $0.note, CosignatureLines($0.note)) }
    let checkpoints =
      kept.map { Given(name: "checkpoint \($0.size)", note: $0.note, isOutside: false, size: $0.size) }
      + outside.filter { $0.2 == nil }.map { Given(name: $0.0, note: $0.1, isOutside: true) }
    self.init(
      checkpoints, origin: audit.ledger.origin, logKeys: audit.logKeys, witnesses: audit.witnesses,
      keysAreOutside: audit.keysAreOutside, tellsCosignatures: true)
    for case (let name, _, let answer?) in outside { add(answer, name, kept, audit) }
    if let head = try? audit.ledger.keys.head(), head.size > 0 {
      signed.append(Signed(name: "keys/head", isOutside: true, size: head.size, root: head.root))
      if !kept.contains(where: { $0.size == head.size }) {
        let what =
          "says that \(head.size) events were signed, and no checkpoint of so many is kept: signing was broken off, or the "
          + "note was taken out"
        told.append(Finding(.unknown, check: check, what, place: "keys/head"))
      }
    }
    signed.sort { $0.size < $1.size }
  }

  /// A checkpoint as it was found.
  struct Given {
    var name: String
    var note: [UInt8]
    var isOutside: Bool
    /// The size under which it is filed, if it is.
    var size: UInt64?
  }

  /// Checkpoints of any copy of a log.
  init(
    _ checkpoints: [Given], origin: String, logKeys: [VerifierKey], witnesses: [VerifierKey] = [],
    keysAreOutside: Bool, tellsCosignatures: Bool = false
  ) {
    self.keysAreOutside = keysAreOutside
    self.tellsCosignatures = tellsCosignatures
    for given in checkpoints { add(given, origin, logKeys, witnesses) }
    signed.sort { $0.size < $1.size }
  }

  /// The sizes that are signed.
  var sizes: [UInt64] { signed.map(\.size) }

  private mutating func add(
    _ given: Given, _ origin: String, _ logKeys: [VerifierKey], _ witnesses: [VerifierKey]
  ) {
    guard !logKeys.isEmpty else {
      told.append(
        Finding(.unknown, check: check, "no public key of the log is at hand: give one with --key", place: given.name))
      return
    }
    do {
      let note = try Checkpoint.open(given.note, origin: origin, logKeys: logKeys, witnesses: witnesses)
      let opened = note.checkpoint
      for cosignature in note.opened.cosignatures where given.isOutside && tellsCosignatures {
        tell(cosignature, given.name)
      }
      guard given.size == nil || given.size == opened.size else {
        told.append(Finding(.fail, check: check, "is filed under another size than it signs", place: given.name))
        return
      }
      signed.append(Signed(name: given.name, isOutside: given.isOutside, size: opened.size, root: opened.root))
    } catch {
      told.append(
        Finding(
          .fail, check: check, "is not a checkpoint signed by the log: \(Audit.sentence(error))", place: given.name))
    }
  }

  /// A witness's answer holds its signature lines alone: it counts for the newest kept checkpoint that they fit.
  private mutating func add(_ answer: CosignatureLines, _ name: String, _ kept: [StoredCheckpoint], _ audit: Audit) {
    guard !audit.witnesses.isEmpty else {
      let what = "is the answer of a witness, which can be checked only with its key: give it with --witness"
      return told.append(Finding(.unknown, check: check, what, place: name))
    }
    for stored in kept.reversed() {
      guard
        let note = try? Checkpoint.open(
          stored.note + answer.lines, origin: audit.ledger.origin, logKeys: audit.logKeys, witnesses: audit.witnesses),
        !note.opened.cosignatures.isEmpty
      else { continue }
      for cosignature in note.opened.cosignatures { tell(cosignature, name) }
      signed.append(
        Signed(name: name, isOutside: true, size: note.checkpoint.size, root: note.checkpoint.root))
      return
    }
    let what =
      "is the answer of a witness to no checkpoint that is kept here: it is altered, another's, or the log was put back"
    told.append(Finding(.fail, check: check, what, place: name))
  }

  private mutating func tell(_ cosignature: Cosignature, _ name: String) {
    let time = UTCTime.text(milliseconds: Int64(clamping: min(cosignature.time, 253_402_300_799)) * 1000)
    told.append(
      Finding(.ok, check: check, "was cosigned by \(cosignature.key.name) at \(time)", place: name))
  }

  /// What the checkpoints prove about a log that was swept.
  mutating func judge(_ sweep: LogSweep, into report: inout AuditReport) {
    for finding in told { report.add(finding) }
    var window = Window()
    for checkpoint in signed {
      guard let roots = sweep.roots[checkpoint.size] else {
        report.add(
          Finding(
            .fail, check: check,
            "signs \(checkpoint.size) events where the log holds \(sweep.entries.size): the tail was cut, or an older "
              + "log was put back", place: checkpoint.name))
        continue
      }
      window.note(checkpoint, roots)
    }
    blame(sweep, window, into: &report)
    coverage(sweep, window, into: &report)
  }

  /// Says for each disagreement which side was altered; or between which checkpoints, when both were.
  private func blame(_ sweep: LogSweep, _ window: Window, into report: inout AuditReport) {
    for position in sweep.disagreements {
      report.add(Finding(.fail, check: check, blame(position, sweep), event: position))
    }
    if sweep.disagreementCount > sweep.disagreements.count {
      let more = sweep.disagreementCount - sweep.disagreements.count
      report.add(Finding(.fail, check: check, "\(more) more events do not match their stored hash"))
    }
    guard let bad = window.firstBad, sweep.disagreementCount == 0 else { return }
    report.add(
      Finding(
        .fail, check: check,
        "history was rewritten: events and stored hashes agree with each other and not with the signed root",
        place: "events #\(window.lastGood) to #\(max(bad.size, 1) - 1), before \(bad.name)"))
  }

  private func blame(_ position: UInt64, _ sweep: LogSweep) -> String {
    guard let cover = signed.first(where: { $0.size > position && sweep.roots[$0.size] != nil }),
      let roots = sweep.roots[cover.size]
    else { return "the event does not match its stored hash, and no checkpoint covers it: either was altered" }
    if roots.stored == cover.root, roots.entries != cover.root {
      return "the event was altered after \(cover.name) was signed: its stored hash still agrees with the signed root"
    }
    if roots.entries == cover.root, roots.stored != cover.root {
      return "the stored hash was altered: the event itself agrees with the root signed by \(cover.name)"
    }
    return "the event does not match its stored hash, and neither agrees with the root signed by \(cover.name)"
  }

  private func coverage(_ sweep: LogSweep, _ window: Window, into report: inout AuditReport) {
    if window.goodCount > 0 {
      let names = "\(window.goodCount) checkpoint\(window.goodCount == 1 ? "" : "s")"
      let keys = keysAreOutside ? "your key" : "the key beside the log"
      report.add(Finding(.ok, check: check, "the log agrees with \(names), checked with \(keys)"))
    }
    let covered = min(signed.map(\.size).max() ?? 0, sweep.entries.size)
    let unsigned = sweep.entries.size - covered
    if window.firstBad == nil, unsigned > 0 {
      report.add(
        Finding(
          window.goodCount > 0 ? .ok : .unknown, check: check,
          "\(unsigned) events are not signed yet; `daybook checkpoint` signs them", place: "from #\(covered)"))
    }
    // What others saw tells nothing of the time after: it must reach as far as what was signed here.
    let newest = signed.map(\.size).max() ?? 0
    guard !signed.contains(where: { $0.isOutside && $0.size >= newest }) else { return }
    report.add(
      Finding(
        .unknown, check: check,
        "whether later events existed cannot be told from the log alone: give a newer checkpoint with --against"))
  }

  /// How far the signed roots agree with the entries.
  private struct Window {
    var lastGood: UInt64 = 0
    /// The last good size below ``lastGood``.
    private var before: UInt64 = 0
    var goodCount = 0
    var firstBad: Signed?

    mutating func note(_ checkpoint: Signed, _ roots: LogSweep.Roots) {
      if roots.entries == checkpoint.root {
        goodCount += 1
        guard firstBad == nil, checkpoint.size > lastGood else { return }
        (before, lastGood) = (lastGood, checkpoint.size)
      } else if firstBad == nil, roots.stored != checkpoint.root || roots.entries == roots.stored {
        firstBad = checkpoint
        if lastGood == checkpoint.size { lastGood = before }
      }
    }
  }
}
