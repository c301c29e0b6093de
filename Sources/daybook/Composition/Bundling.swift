import Audit
import Leaf
import Ledger
import Schemas
import TransparencyLog
import ViewStore
import Views
import Vocabulary

/// Puts together what a bundle shall hold, from the words of the command line.
struct Bundling {
  let command: BundleCommand
  let ledger: Ledger
  /// How many events are signed.
  let size: UInt64

  /// The order, with everything in it that may be given away.
  func order() throws -> BundleOrder {
    var order = BundleOrder(reader: BundleReader.verifyPy)
    order.holdsOriginals = !command.noEvidence
    order.selection = selection
    let chosen = try chosen()
    order.positions = try chosen.map { try BundleSelection.complete($0, in: ledger, size: size) }
    order.proofs = try proofs()
    try refuseGuarded(order.positions)
    if command.protected { order.disclosures = try disclosures(order.positions) }
    order.tables = try tables(isFull: chosen == nil)
    return order
  }

  /// The selection in words.
  private var selection: String {
    let filters = command.filters
    var words = command.event.map { "--event \($0)" } + command.row.map { "--row \($0)" }
    words += filters.kind.map { "--kind \($0)" } + filters.grade.map { "--grade \($0.written)" }
    let texts = [
      ("place", filters.place), ("actor", filters.actor), ("source", filters.source),
      ("from", filters.from?.description), ("to", filters.to?.description), ("search", filters.search),
    ]
    words += texts.compactMap { name, text in text.map { "--\(name) \($0)" } }
    return words.joined(separator: " ")
  }

  /// The events chosen; `nil` is all.
  private func chosen() throws -> Set<UInt64>? {
    guard !selection.isEmpty else { return nil }
    var chosen: Set<UInt64> = []
    for written in command.event { chosen.insert(try signed(written)) }
    for row in command.row { chosen.formUnion(try events(behind: row)) }
    let filter = try LogFilter(command.filters, ledger)
    if !filter.isEmpty {
      for position in 0..<size {
        // What may not be read may not be asked out by a selection either; the guard below decides what may be given.
        let row = try EventRow(position, try ledger.leaf(at: position), guarding)
        if try filter.accepts(row) { chosen.insert(position) }
      }
    }
    guard !chosen.isEmpty else {
      throw Complaint(.noInput, "\(selection): no signed event meets this.\nList events with: daybook log \(selection)")
    }
    return chosen
  }

  private func signed(_ written: String) throws -> UInt64 {
    let position = try EventSearch(ledger).require(written)
    guard position < size else {
      throw Complaint(
        .undecided, "#\(position): no signed checkpoint covers this event yet.\nSign one: daybook checkpoint")
    }
    return position
  }

  /// The events that a row rests on, as `why` tells them.
  private func events(behind row: String) throws -> Set<UInt64> {
    guard let colon = row.firstIndex(of: ":") else {
      throw Complaint(.usage, "--row: '\(row)' names no row; write VIEW:ROW, for example control:Ansongo")
    }
    let asking = try Asking(String(row[..<colon]), command.options)
    let (subject, key) = try asking.subject(of: String(row[row.index(after: colon)...]), command.times)
    var question = try asking.question(command.times)
    question.subjects = [subject]
    let explanation = try asking.views.explain(key, question, of: ledger)
    let events = Set(explanation.row.events + explanation.row.disputes).filter { $0 < size }
    guard !events.isEmpty else {
      throw Complaint(.noInput, "--row: '\(row)' rests on no signed event at that time")
    }
    return events
  }

  /// Of a full bundle: the events asked for, and of a small ledger every event.
  private func proofs() throws -> [UInt64] {
    guard command.prove.isEmpty else { return try Set(command.prove.map(signed)).sorted() }
    return size <= 1000 ? Array(0..<size) : []
  }

  private var guarding: EventGuard {
    let ledger = ledger
    return EventGuard(command.times.disclosure.level, in: ledger) {
      References(try Following.views(of: ledger).snapshot())
    }
  }

  /// The bytes of an event are all or nothing: with anything left out they would prove nothing.
  private func refuseGuarded(_ positions: [UInt64]?) throws {
    guard command.times.disclosure.level == .region else { return }
    let guarding = guarding
    var found: [UInt64] = []
    var document = Document()
    func look(_ position: UInt64, _ leaf: UnsafeRawBufferPointer) throws {
      try unsafe document.parse(leaf, as: .trusted)
      if try guarding.withheld(Event(document), at: position) != nil { found.append(position) }
    }
    if let positions {
      for position in positions {
        try unsafe ledger.leaf(at: position).withUnsafeBytes { try unsafe look(position, $0) }
      }
    } else {
      try unsafe ledger.read(0..<size) { try unsafe look($0, $1) }
    }
    guard let first = found.first else { return }
    let what = found.count == 1 ? "#\(first) tells" : "\(found.count) events, the first of them #\(first), tell"
    throw Complaint(
      .usage,
      "\(what) of sexual violence with place, day and words, and a bundle holds the bytes of its events.\n"
        + "Give it with --disclose only to somebody who may read them, or select events that do not.")
  }

  /// The values that can be opened here and that no event redacted.
  private func disclosures(_ positions: [UInt64]?) throws -> [UInt64: [String]] {
    let references = References(try Following.views(of: ledger).snapshot())
    var shown: [UInt64: [String]] = [:]
    var document = Document()
    func look(_ position: UInt64, _ leaf: UnsafeRawBufferPointer) throws {
      try unsafe document.parse(leaf, as: .trusted)
      let values = try HiddenValue.all(of: Event(document), at: position, ledger, references)
      let texts = values.filter { $0.redactedBy == nil }.compactMap { $0.disclosure?.text }
      if !texts.isEmpty { shown[position] = texts }
    }
    if let positions {
      for position in positions {
        try unsafe ledger.leaf(at: position).withUnsafeBytes { try unsafe look(position, $0) }
      }
    } else {
      try unsafe ledger.read(0..<size) { try unsafe look($0, $1) }
    }
    return shown
  }

  /// The tables asked for, else every view of a full bundle; as of the last signed event.
  private func tables(isFull: Bool) throws -> [BundleOrder.Table] {
    let names = command.view.isEmpty ? Views.all.map { $0.name }.filter { $0 != Changes.name } : command.view
    guard !command.noViews, isFull || !command.view.isEmpty else { return [] }
    return try names.map { name in
      let asking = try Asking(name, command.options)
      var question = try asking.question(command.times)
      question.tellsIgnored = true
      if case .now = question.asOf { question.asOf = .position(size - 1) }
      let words = "view \(name) --at \(command.times.day) --as-of \(size - 1) --profile \(command.times.profile)"
      let origin = ledger.origin
      return BundleOrder.Table(file: name + ".csv", question: words) { [question] in
        let reading = try asking.views.answer(question, from: asking.log)
        return Output.bytes { Picture(reading: reading, view: asking.view, origin: origin).write(.csv, to: &$0) }
      }
    }
  }
}
