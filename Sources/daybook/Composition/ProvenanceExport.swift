import Audit
import Ledger
import ViewStore
import Views
import Vocabulary

/// The provenance that an export gives out: of the whole ledger, of some events, or of rows of views.
struct ProvenanceExport {
  let ledger: Ledger
  let events: [String]
  let rows: [String]
  let filters: LogFilters
  let times: TimeOptions
  let options: LedgerOptions

  /// Writes it as PROV-JSON or PROV-N.
  func write(to target: ExportTarget, _ output: inout Output) throws {
    try checkTimes()
    let all = try ledger.size
    let size = min(try times.asOf.count(in: FollowedLedger(ledger)) ?? all, all)
    let choice = EventChoice(
      ledger: ledger, size: size, limit: .known, events: events, rows: rows, filters: filters, times: times,
      options: options)
    let chosen = try choice.chosenRows()
    let positions = try choice.chosen(chosen).map { try BundleSelection.complete($0, in: ledger, size: size) }
    let watch = ProgressWatch("events read")
    let provenance = Provenance(of: ledger, positions: positions, size: size, rows: chosen.map(row)) {
      done, _ in watch.reach(done)
    }
    if size == 0 { Silence.note("The ledger is empty.") }
    try target.stream(&output) { output in
      do {
        if target.format == .provN {
          try provenance.writeN { try Self.pass($0, &output) }
        } else {
          try provenance.writeJSON { try Self.pass($0, &output) }
        }
      } catch is Unwanted {}
    }
  }

  private static func pass(_ piece: [UInt8], _ output: inout Output) throws {
    output.write(piece)
    if !output.isWanted { throw Unwanted() }
  }

  /// Nobody reads on.
  private struct Unwanted: Error {}

  private func row(_ chosen: EventChoice.ChosenRow) -> ProvenRow {
    let answer = chosen.reading.answer
    return ProvenRow(
      view: answer.view, key: answer.rows[0].key, at: answer.at.description, asOf: chosen.reading.asOf ?? 0,
      publishedBy: answer.published?.description, profile: answer.profile, events: chosen.events)
  }

  /// The valid time, the public's known time and the profile are those of a view.
  private func checkTimes() throws {
    guard rows.isEmpty else { return }
    for (option, isGiven) in [
      ("--at", times.at != nil), ("--published-by", times.publishedBy != nil),
      ("--profile", times.profile != "default-1"),
    ] where isGiven {
      throw Complaint(.usage, "\(option): provenance of events has none; it belongs to a row: --row VIEW:ROW")
    }
  }
}
