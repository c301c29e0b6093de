internal import Ledger
internal import TransparencyLog

/// Leaves against stored hashes, tiles, right edge and every signed checkpoint: was the log altered, and where?
enum LogCheck: AuditCheck {
  static let name = "log"
  static let promise = "every event is the one that was recorded, at its place, under every signed checkpoint"

  static func run(_ audit: Audit, into report: inout AuditReport) throws {
    let ledger = audit.ledger
    for difference in try ledger.log.schemaDifferences() {
      report.add(Finding(.fail, check: name, "the schema: \(difference)", place: "log"))
    }
    var signed = SignedSizes(audit)
    let frontier = try ledger.log.frontier()
    let total = try ledger.size
    let lane = SweepLane(LogSweep(noting: signed.sizes) { try ledger.log.fullTile($0) })
    var stop: (any Error)?
    do {
      try unsafe ledger.read(0..<UInt64.max >> 1) { position, leaf in
        try unsafe lane.take(position, leaf)
        if position & 0x3FFF == 0 { audit.progress(name, position, total) }
      }
    } catch { stop = error }
    var (sweep, failure) = lane.end()
    if let stop = failure ?? stop {
      let what = "reading stopped here: \(Audit.sentence(stop))"
      report.add(Finding(.fail, check: name, what, event: sweep.entries.size))
    } else {
      sweep.finish(frontier)
      try tellSurplus(sweep.entries.size, audit, into: &report)
    }
    tell(sweep, into: &report)
    signed.judge(sweep, into: &report)
  }

  /// A tile that no events fill yet proves nothing, and would be taken for theirs later.
  private static func tellSurplus(_ size: UInt64, _ audit: Audit, into report: inout AuditReport) throws {
    let due = (1..<8).reduce(0) { $0 + size >> (8 * $1) }
    let stored = try audit.ledger.log.storedCounts().tiles
    guard stored > due else { return }
    report.add(Finding(.fail, check: name, "\(stored) full tiles are stored where \(due) are due", place: "tile"))
  }

  private static func tell(_ sweep: LogSweep, into report: inout AuditReport) {
    for gap in sweep.gaps {
      report.add(Finding(.fail, check: name, "an event is missing at this position", event: gap))
    }
    for tile in sweep.badTiles {
      let what = tile.place == "tile" ? tile.what : "\(tile.place) \(tile.what)"
      report.add(Finding(.fail, check: name, what, place: "tile"))
    }
    guard sweep.gaps.isEmpty, sweep.badTiles.isEmpty, sweep.disagreementCount == 0 else { return }
    report.add(
      Finding(.ok, check: name, "\(sweep.entries.size) events hash to the stored tree; root \(sweep.entries.root.hex)"))
  }
}
