import Audit
import Leaf
import Ledger
import ViewStore
import Views
import Vocabulary

/// Events chosen by name, by the rows that rest on them, or by filters: for a bundle, and for provenance.
struct EventChoice {
  let ledger: Ledger
  /// How many events may be chosen from, and why no more: the words for a person who names a later one.
  let size: UInt64
  let limit: Limit
  /// Events and rows as written, and the filters of `log`.
  let events: [String]
  let rows: [String]
  let filters: LogFilters
  let times: TimeOptions
  let options: LedgerOptions

  /// Where the events end that may be chosen.
  enum Limit {
    /// At the newest signed checkpoint.
    case signed
    /// At the known time that was asked for.
    case known
  }

  /// A row that was chosen, and the events it rests on.
  struct ChosenRow {
    var question: Question
    var reading: Reading
    var events: [UInt64]
  }

  /// The choice in words of the command line; empty when everything is meant.
  var words: String {
    var words = events.map { "--event \($0)" } + rows.map { "--row \($0)" }
    words += filters.kind.map { "--kind \($0)" } + filters.grade.map { "--grade \($0.written)" }
    let texts = [
      ("place", filters.place), ("actor", filters.actor), ("source", filters.source),
      ("from", filters.from?.description), ("to", filters.to?.description), ("search", filters.search),
    ]
    words += texts.compactMap { name, text in text.map { "--\(name) \($0)" } }
    return words.joined(separator: " ")
  }

  /// The events chosen, with those behind the chosen rows; `nil` is all.
  func chosen(_ rows: [ChosenRow]) throws -> Set<UInt64>? {
    guard !words.isEmpty else { return nil }
    var chosen: Set<UInt64> = []
    for written in events { chosen.insert(try position(of: written)) }
    for row in rows { chosen.formUnion(row.events) }
    let filter = try LogFilter(filters, ledger)
    if !filter.isEmpty {
      for position in 0..<size {
        // What may not be read may not be asked out by a selection either.
        let row = try EventRow(position, try ledger.leaf(at: position), guarding)
        if try filter.accepts(row) { chosen.insert(position) }
      }
    }
    guard !chosen.isEmpty else {
      let what = limit == .signed ? "signed event" : "event known by then"
      throw Complaint(.noInput, "\(words): no \(what) meets this.\nList events with: daybook log \(words)")
    }
    return chosen
  }

  /// The position of an event by its name, which must be among those that may be chosen.
  func position(of written: String) throws -> UInt64 {
    let position = try EventSearch(ledger).require(written)
    guard position >= size else { return position }
    switch limit {
    case .signed:
      throw Complaint(
        .undecided, "#\(position): no signed checkpoint covers this event yet.\nSign one: daybook checkpoint")
    case .known: throw Complaint(.noInput, "#\(position): this event was recorded later than --as-of says")
    }
  }

  /// The rows chosen, with the events that each rests on, as `why` tells them.
  func chosenRows() throws -> [ChosenRow] { try rows.map(chosenRow) }

  private func chosenRow(_ row: String) throws -> ChosenRow {
    guard let colon = row.firstIndex(of: ":") else {
      throw Complaint(.usage, "--row: '\(row)' names no row; write VIEW:ROW, for example control:Ansongo")
    }
    let asking = try Asking(String(row[..<colon]), options)
    let (subject, key) = try asking.subject(of: String(row[row.index(after: colon)...]), times)
    var question = try asking.question(times)
    question.subjects = [subject]
    let explanation = try asking.views.explain(key, question, of: ledger)
    let events = Set(explanation.row.events + explanation.row.disputes).filter { $0 < size }.sorted()
    guard !events.isEmpty else {
      let what = limit == .signed ? "no signed event" : "no event"
      throw Complaint(.noInput, "--row: '\(row)' rests on \(what) at that time")
    }
    return ChosenRow(question: question, reading: explanation.reading, events: events)
  }

  /// What withholds events at the level asked for.
  var guarding: EventGuard {
    let ledger = ledger
    return EventGuard(times.disclosure.level, in: ledger) {
      References(try Following.views(of: ledger).snapshot())
    }
  }
}
