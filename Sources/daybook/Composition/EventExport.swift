import Exchange
import Leaf
import Ledger
import ViewStore
import Views
import Vocabulary

/// The events that an export gives out, as they stand at the known time asked for.
///
/// Two threads make the rows, each with views and a memory of its own, block by block in turn; so memory does not grow.
final class EventExport {
  /// How many events are one block.
  private static let block: UInt64 = 512

  let table: EventTable
  private let size: UInt64
  private let filters: LogFilters
  private let mine: Gate<EventRows>
  /// Whoever makes the other half; `nil` when the views have moved on meanwhile.
  private let others: Gate<EventRows>?
  private var withheld: UInt64 = 0

  init(_ ledger: Ledger, _ filters: LogFilters, _ times: TimeOptions, withRetracted: Bool) throws {
    guard times.at == nil else {
      throw Complaint(
        .usage, "--at: events have days of their own; choose among them with --from and --to, or ask a --view at a day")
    }
    guard times.profile == "default-1" else {
      throw Complaint(.usage, "--profile: a profile assesses a --view; single events are given as they are recorded")
    }
    let views = try Following.views(of: ledger)
    let log = FollowedLedger(ledger)
    let moment = Moment(known: try times.asOf.count(in: log), published: times.publishedBy)
    let snapshot = try views.snapshot(at: moment, goingThrough: true)
    size = min(snapshot.known ?? snapshot.followed, snapshot.followed)
    let asked = try ExportAsked(
      of: ledger, size: size, root: size == snapshot.followed ? snapshot.root : try log.root(at: size),
      publishedBy: times.publishedBy, disclosure: times.disclosure.level.rawValue)
    func rows(_ snapshot: Snapshot) throws -> EventRows {
      let guarding = EventGuard(times.disclosure.level, in: ledger) { References(try views.snapshot()) }
      return EventRows(
        ledger, EventTable(ledger, snapshot, guarding, asked), try LogFilter(filters, ledger), guarding,
        withRetracted: withRetracted)
    }
    let first = try rows(snapshot)
    (table, mine, self.filters) = (first.table, Gate(first), filters)
    let second = size > EventExport.block ? try views.snapshot(at: moment, goingThrough: true) : nil
    others = try second.flatMap { second in
      second.followed == snapshot.followed && second.root == snapshot.root ? Gate(try rows(second)) : nil
    }
  }

  /// Gives the rows in the order of the log.
  func forEach(_ write: (ExportRow) throws -> Bool) throws {
    var progress = Progress("events", of: size)
    defer { progress.end() }
    var count = 0
    var start: UInt64 = 0
    while start < size {
      progress.reach(start)
      let middle = min(start + EventExport.block, size)
      let end = others == nil ? middle : min(middle + EventExport.block, size)
      let further = Gate<Result<[ExportRow], any Error>?>(nil)
      let thread = middle < end ? PlainThread { [others] in further.change { $0 = others?.rows(middle..<end) } } : nil
      let isAlone = thread == nil
      var made = mine.rows(start..<middle)
      if let thread { thread.join() }
      let rest = isAlone && middle < end ? mine.rows(middle..<end) : further.change { $0 } ?? .success([])
      made = made.flatMap { rows in rest.map { rows + $0 } }
      for row in try made.get() {
        if row.happening.recorded == nil { withheld += 1 }
        count += 1
        guard try write(row) else { return }
      }
      start = end
    }
    if count == 0 { Silence.note(filters.isEmpty ? "The ledger is empty." : "No event meets these filters.") }
  }

  /// Says on what level rows were shown.
  func note() {
    guard withheld > 0 else { return }
    let count = withheld == 1 ? "1 event" : "\(Progress.grouped(withheld)) events"
    Descriptor.error.say("daybook: note: \(count) withheld in part: \(WithheldEvent.sentence)")
  }
}

/// Makes rows of events, on one thread at a time.
private final class EventRows {
  let table: EventTable
  private let ledger: Ledger
  private let filter: LogFilter
  private let guarding: EventGuard
  private let withRetracted: Bool

  init(_ ledger: Ledger, _ table: EventTable, _ filter: LogFilter, _ guarding: EventGuard, withRetracted: Bool) {
    (self.ledger, self.table, self.filter) = (ledger, table, filter)
    (self.guarding, self.withRetracted) = (guarding, withRetracted)
  }

  func rows(_ range: Range<UInt64>) throws -> [ExportRow] {
    var rows: [ExportRow] = []
    try unsafe ledger.log.read(range) { position, leaf in
      guard let standing = try table.standing(position, unsafe [UInt8](leaf)) else { return true }
      if standing.isRetracted, !withRetracted { return true }
      // Filters meet what is shown: the version that stands, or as little of it as the level allows.
      if filter.isEmpty {
        rows.append(try table.row(standing))
      } else if try filter.accepts(EventRow(position, standing.event.document.bytes, guarding)) {
        rows.append(try table.row(standing))
      }
      return true
    }
    if let failure = table.failure { throw failure }
    return rows
  }
}

extension Gate<EventRows> {
  fileprivate func rows(_ range: Range<UInt64>) -> Result<[ExportRow], any Error> {
    change { maker in Result { try maker.rows(range) } }
  }
}
