import Exchange
import Leaf
import Ledger
import ViewStore
import Views
import Vocabulary

/// The events that an export gives out, as they stand at the known time asked for.
final class EventExport {
  let table: EventTable
  private let ledger: Ledger
  private let filter: LogFilter
  private let guarding: EventGuard
  private let withRetracted: Bool
  private let size: UInt64
  private var withheld: UInt64 = 0

  init(_ ledger: Ledger, _ filters: LogFilters, _ times: TimeOptions, withRetracted: Bool) throws {
    guard times.at == nil else {
      throw Complaint(
        .usage, "--at: events have days of their own; choose among them with --from and --to, or ask a --view at a day")
    }
    guard times.profile == "default-1" else {
      throw Complaint(.usage, "--profile: a profile assesses a --view; single events are given as they are recorded")
    }
    self.ledger = ledger
    self.withRetracted = withRetracted
    let views = try Following.views(of: ledger)
    let log = FollowedLedger(ledger)
    let moment = Moment(known: try times.asOf.count(in: log), published: times.publishedBy)
    let snapshot = try views.snapshot(at: moment, goingThrough: true)
    size = min(snapshot.known ?? snapshot.followed, snapshot.followed)
    guarding = EventGuard(times.disclosure.level, in: ledger) { References(try views.snapshot()) }
    filter = try LogFilter(filters, ledger)
    let asked = try ExportAsked(
      of: ledger, size: size, root: size == snapshot.followed ? snapshot.root : try log.root(at: size),
      publishedBy: times.publishedBy, disclosure: times.disclosure.level.rawValue)
    table = EventTable(ledger, snapshot, guarding, asked)
  }

  /// Gives the rows in the order of the log.
  func forEach(_ write: (ExportRow) throws -> Bool) throws {
    var progress = Progress("events", of: size)
    defer { progress.end() }
    var count = 0
    try unsafe ledger.log.read(0..<size) { position, leaf in
      if position.isMultiple(of: 256) { progress.reach(position) }
      guard let standing = try table.standing(position, unsafe [UInt8](leaf)) else { return true }
      if standing.isRetracted, !withRetracted { return true }
      // Filters meet what is shown: the version that stands, or as little of it as the level allows.
      guard try filter.accepts(EventRow(position, standing.event.document.bytes, guarding)) else { return true }
      let row = try table.row(standing)
      if row.happening.recorded == nil { withheld += 1 }
      count += 1
      return try write(row)
    }
    if let failure = table.failure { throw failure }
    if count == 0 { Silence.note(filter.isEmpty ? "The ledger is empty." : "No event meets these filters.") }
  }

  /// Says on what level rows were shown.
  func note() {
    guard withheld > 0 else { return }
    let count = withheld == 1 ? "1 event" : "\(Progress.grouped(withheld)) events"
    Descriptor.error.say("daybook: note: \(count) withheld in part: \(WithheldEvent.sentence)")
  }
}
