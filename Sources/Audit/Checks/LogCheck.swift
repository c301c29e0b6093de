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
    var sweep = LogSweep(noting: signed.sizes) { try ledger.log.fullTile($0) }
    do {
      try unsafe ledger.read(0..<UInt64.max >> 1) { position, leaf in
        try unsafe sweep.take(position, leaf)
        if position & 0x3FFF == 0 { audit.progress(name, position, total) }
      }
      sweep.finish(frontier)
    } catch {
      let stop = Finding(
        .fail, check: name, "reading stopped here: \(Audit.sentence(error))", event: sweep.entries.size)
      report.add(stop)
    }
    tell(sweep, into: &report)
    signed.judge(sweep, into: &report)
  }

  private static func tell(_ sweep: LogSweep, into report: inout AuditReport) {
    for gap in sweep.gaps {
      report.add(Finding(.fail, check: name, "an event is missing at this position", event: gap))
    }
    for tile in sweep.badTiles { report.add(Finding(.fail, check: name, tile, place: "tile")) }
    guard sweep.gaps.isEmpty, sweep.badTiles.isEmpty, sweep.disagreementCount == 0 else { return }
    report.add(
      Finding(.ok, check: name, "\(sweep.entries.size) events hash to the stored tree; root \(sweep.entries.root.hex)"))
  }
}
