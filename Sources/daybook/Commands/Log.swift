import ArgumentParser
import Ledger
import ViewStore
import Views
import Vocabulary

/// The events in order.
struct LogCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "List events in the order in which they were recorded, with filters.",
    discussion: """
      Filters are combined: an event is shown when it meets all of them. The last events are shown first with --reverse.

      --search looks in every text of an event: quotes, names, titles, notes, the cells of an import, and the line shown \
      here. All words must be there, in any order; "in quotes" in that order; begin* for all that begin so; -word for what \
      must not be there. Capitals, accents, the forms of alef, tatweel and harakat do not matter, and neither do l’ and \
      ال before a word. An index of words is brought up to date first; protected values are never in it.

      Examples:
        daybook log --limit 20 --reverse
        daybook log --kind attack --place ML07 --from 2023-04 --to 2023-06
        daybook log --actor isgs --grade B2 --format jsonl
        daybook log --search '"doubled its" territory'
        daybook log --search 'attaq* -drone' --place ML05 --source rfi
      JSON of a row: position, id, kind, recorded, occurred, place, leaf (the hash), summary, withheld, event (the \
      recorded object). What tells of sexual violence is shown and found by region and month; then withheld is true and \
      event is null, unless --disclose is given.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var filters: LogFilters
  @OptionGroup var format: FormatOptions

  @Option(help: ArgumentHelp("Show at most so many.", valueName: "count"))
  var limit: Int?

  @Flag(help: "The last recorded first.")
  var reverse = false

  @Option(
    name: .long, help: ArgumentHelp("As the ledger was at #position or on that day.", valueName: "when"),
    transform: TimeOptions.known)
  var asOf: AsOf = .now

  @OptionGroup var disclosure: DisclosureOptions

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let size = min(try asOf.count(in: FollowedLedger(ledger)) ?? .max, try ledger.size)
    let filter = try LogFilter(filters, ledger)
    var printer = RowPrinter(format.format, columns: EventRow.columns, header: EventRow.header)
    var progress = Progress("events", of: filter.searching == nil ? size : nil)
    var done: UInt64 = 0
    var left = limit ?? .max
    var withheld: UInt64 = 0
    let guarding = EventGuard(disclosure.level, in: ledger) {
      References(try Following.views(of: ledger).snapshot())
    }
    try forEach(0..<size, filter.searching, ledger) { position, leaf in
      done += 1
      if done.isMultiple(of: 256) { progress.reach(done) }
      let row = try EventRow(position, leaf, guarding)
      guard left > 0, try filter.accepts(row) else { return left > 0 }
      printer.add(cells: row.cells, values: row.values, json: row.json, &output)
      left -= 1
      if row.withheld != nil { withheld += 1 }
      return left > 0 && output.isWanted
    }
    progress.end()
    printer.end(filter.isEmpty ? "The ledger is empty." : "No event meets these filters.", &output)
    if withheld > 0 { Self.note(withheld) }
  }

  /// Says on what level rows were shown.
  private static func note(_ withheld: UInt64) {
    let count = withheld == 1 ? "1 event" : "\(Progress.grouped(withheld)) events"
    Descriptor.error.say("daybook: note: \(count) withheld in part: \(WithheldEvent.sentence)")
  }

  /// Gives the leaves in order, or backwards in blocks; those at which a search may succeed, if there is one.
  private func forEach(
    _ range: Range<UInt64>, _ searching: Searching?, _ ledger: Ledger, _ body: (UInt64, [UInt8]) throws -> Bool
  ) throws {
    if let searching {
      return try searching.forEach(in: range, backwards: reverse) { try body($0, try ledger.leaf(at: $0)) }
    }
    guard reverse else {
      return try unsafe ledger.log.read(range) { position, leaf in try body(position, unsafe [UInt8](leaf)) }
    }
    var end = range.upperBound
    while end > range.lowerBound {
      let start = end - range.lowerBound > 1_000 ? end - 1_000 : range.lowerBound
      var block: [(UInt64, [UInt8])] = []
      try unsafe ledger.log.read(start..<end) { position, leaf in
        block.append((position, unsafe [UInt8](leaf)))
        return true
      }
      for (position, leaf) in block.reversed() where try !body(position, leaf) { return }
      end = start
    }
  }
}
