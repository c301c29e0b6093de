internal import Ledger
internal import TransparencyLog

/// The log as others hold it, event by event: a mirror, published tiles, or a bundle.
///
/// A mirror is believed only as far as its hashes give the root of a checkpoint that the log has signed; then an event that
/// differs here was altered here.
enum MirrorCheck: AuditCheck {
  static let name = "mirrors"
  static let promise = "every event is the one that others hold under the log's signature"

  static func applies(to audit: Audit) -> Bool { !audit.mirrors.isEmpty }

  static func run(_ audit: Audit, into report: inout AuditReport) throws {
    for mirror in audit.mirrors { try compare(mirror, audit, into: &report) }
    if audit.mirrors.isEmpty {
      report.add(Finding(.unknown, check: name, "there is no mirror to compare with: give one with --against"))
    }
  }

  private static func compare(_ mirror: any Mirror, _ audit: Audit, into report: inout AuditReport) throws {
    guard !audit.logKeys.isEmpty else {
      let what = "no public key of the log is at hand: give one with --key"
      return report.add(Finding(.unknown, check: name, what, place: mirror.name))
    }
    guard let signed = newest(mirror, audit, into: &report) else {
      let what = "holds no checkpoint that this log has signed, so that nothing can be concluded from it"
      return report.add(Finding(.unknown, check: name, what, place: mirror.name))
    }
    let size = try audit.ledger.size
    var theirs = Frontier()
    var differing: [UInt64] = []
    var count = 0
    var index: UInt64 = 0
    while theirs.size < signed.size, let hashes = try mirror.leafHashes(index, of: signed.size) {
      let first = index << 8
      let own = try ownHashes(min(size, first)..<min(size, first + UInt64(hashes.count)), audit)
      for (offset, hash) in hashes.enumerated() {
        if offset < own.count, own[offset] != hash {
          count += 1
          if differing.count < AuditReport.toldAtMost { differing.append(index << 8 + UInt64(offset)) }
        }
        theirs.append(hash) { _, _ in }
      }
      audit.progress(name, theirs.size, signed.size)
      index += 1
    }
    guard theirs.size >= signed.size else {
      let what = "its tiles end after \(theirs.size) of \(signed.size) events; its checkpoints alone were compared"
      return report.add(Finding(.unknown, check: name, what, place: mirror.name))
    }
    guard theirs.root == signed.root else {
      let what =
        "its hashes do not give the root of its own checkpoint of \(signed.size) events: it is damaged, or lies; nothing "
        + "was concluded from it"
      return report.add(Finding(.fail, check: name, what, place: mirror.name))
    }
    tell(mirror, signed.size, size, differing, count, into: &report)
  }

  private static func tell(
    _ mirror: any Mirror, _ signed: UInt64, _ size: UInt64, _ differing: [UInt64], _ count: Int,
    into report: inout AuditReport
  ) {
    for position in differing {
      let what = "is not the event that \(mirror.name) holds under the log's signature: it was altered here"
      report.add(Finding(.fail, check: name, what, event: position))
    }
    if count > differing.count {
      let what = "\(count - differing.count) more events differ from those of \(mirror.name)"
      report.add(Finding(.fail, check: name, what, place: mirror.name))
    }
    if signed > size {
      let what =
        "holds \(signed) events under the log's signature, and \(size) are here: the tail was cut, or an older log was "
        + "put back"
      report.add(Finding(.fail, check: name, what, place: mirror.name))
    } else if count == 0 {
      report.add(Finding(.ok, check: name, "the first \(signed) events are those that \(mirror.name) holds"))
    }
  }

  /// The largest checkpoint there that the log has signed.
  private static func newest(
    _ mirror: any Mirror, _ audit: Audit, into report: inout AuditReport
  ) -> Checkpoint? {
    var best: Checkpoint?
    for (_, note) in mirror.notes {
      guard let opened = try? Checkpoint.open(note, origin: audit.ledger.origin, logKeys: audit.logKeys) else {
        continue
      }
      if opened.checkpoint.size >= best?.size ?? 0 { best = opened.checkpoint }
    }
    return best
  }

  private static func ownHashes(_ positions: Range<UInt64>, _ audit: Audit) throws -> [Digest] {
    var hashes: [Digest] = []
    try unsafe audit.ledger.read(positions) { _, leaf in hashes.append(unsafe Digest.leaf(leaf)) }
    return hashes
  }
}
