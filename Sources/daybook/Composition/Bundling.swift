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
    order.passphrase = command.secret.passphrase
    order.isSealed = !command.noSeal
    order.holdsOriginals = !command.noEvidence
    order.selection = choice.words
    let chosen = try choice.chosen(choice.chosenRows())
    order.positions = try chosen.map { try BundleSelection.complete($0, in: ledger, size: size) }
    order.proofs = try proofs()
    try refuseGuarded(order.positions)
    if let reader = command.reader {
      let granted = try granted(to: reader)
      order.disclosures = try disclosures(order.positions) { granted.contains(Granted(position: $0, digest: $1)) }
    } else if command.protected {
      order.disclosures = try disclosures(order.positions) { _, _ in true }
    }
    order.tables = try tables(isFull: chosen == nil)
    order.policy = try policy()
    return order
  }

  /// The witnesses of the ledger's own policy, so that their cosignatures can be told; they are asked for only where enough of
  /// them are there, or the bundle would call itself false.
  private func policy() throws -> [String] {
    guard let (policy, text) = try WitnessPolicyOptions.kept(in: ledger.folder) else { return ["quorum none"] }
    let note = try ledger.newestCheckpoint()?.note ?? []
    let opened = try? Note.open(note, keys: policy.witnessKeys)
    let isQuorum = policy.isQuorum(opened?.cosignatures.map(\.key) ?? [])
    let lines = text.split(separator: "\n").map(String.init)
    func begins(_ word: String) -> (String) -> Bool {
      { $0.split { $0 == " " || $0 == "\t" }.first.map { $0.utf8.elementsEqual(word.utf8) } ?? false }
    }
    let quorum = isQuorum ? lines.filter(begins("quorum")) : ["quorum none"]
    return lines.filter(begins("witness")) + lines.filter(begins("group")) + quorum
  }

  private var choice: EventChoice {
    EventChoice(
      ledger: ledger, size: size, limit: .signed, events: command.event, rows: command.row, filters: command.filters,
      times: command.times, options: command.options)
  }

  /// Of a full bundle: the events asked for, and of a small ledger every event.
  private func proofs() throws -> [UInt64] {
    guard command.prove.isEmpty else { return try Set(command.prove.map(choice.position)).sorted() }
    return size <= 1000 ? Array(0..<size) : []
  }

  /// The bytes of an event are all or nothing: with anything left out they would prove nothing.
  private func refuseGuarded(_ positions: [UInt64]?) throws {
    guard command.times.disclosure.level == .region else { return }
    let guarding = choice.guarding
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

  /// One value that a reader was given.
  private struct Granted: Hashable {
    var position: UInt64
    var digest: String
  }

  /// The values that a reader was given before; a name that nobody was given anything under is refused, since a slip in
  /// it would give a bundle that shows nothing.
  private func granted(to reader: String) throws -> Set<Granted> {
    guard Readers.isName(reader) else { throw Recipient.badName(reader, "--reader") }
    let grants = try ledger.readers.grants(to: reader)
    guard !grants.isEmpty else {
      let names = try ledger.readers.names()
      let nearest = Nearest.word(to: reader, among: names).map { " Did you mean '\($0)'?" } ?? ""
      throw Complaint(
        .noInput,
        "--reader: nothing was ever given to '\(reader)'.\(nearest)\n"
          + (names.isEmpty ? "" : "Readers who were given values: \(names.joined(separator: ", "))\n")
          + "Give values with: daybook disclose EVENT --to \(reader)")
    }
    return Set(grants.map { Granted(position: $0.position, digest: $0.digest) })
  }

  /// The values that can be opened here, that no event redacted, and that may be given.
  private func disclosures(
    _ positions: [UInt64]?, where mayBeGiven: (UInt64, String) -> Bool
  ) throws -> [UInt64: [String]] {
    let references = References(try Following.views(of: ledger).snapshot())
    var shown: [UInt64: [String]] = [:]
    var document = Document()
    func look(_ position: UInt64, _ leaf: UnsafeRawBufferPointer) throws {
      try unsafe document.parse(leaf, as: .trusted)
      let values = try HiddenValue.all(of: Event(document), at: position, ledger, references)
      let given = values.filter { $0.redactedBy == nil && mayBeGiven(position, $0.digest) }
      let texts = given.compactMap { $0.disclosure?.text }
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
    let views = try Following.views(of: ledger)
    return try names.map { name in
      let asking = Asking(try Asking.named(name), ledger, views)
      var question = try asking.question(command.times)
      question.tellsIgnored = true
      if case .now = question.asOf { question.asOf = .position(size - 1) }
      let words = "view \(name) --at \(command.times.day) --as-of \(size - 1) --profile \(command.times.profile)"
      return BundleOrder.Table(file: name + ".csv", question: words) { [question] write in
        try asking.draw(question, write)
      }
    }
  }
}

extension Asking {
  /// Draws the answer as CSV, piece by piece.
  ///
  /// - Returns: how many rows it has.
  fileprivate func draw(_ question: Question, _ write: ([UInt8]) throws -> Void) throws -> UInt64 {
    let rows = try views.rows(of: question, from: log)
    let table = CSVTable(rows.head, origin: ledger.origin)
    var piece = Array(table.header.utf8)
    var count: UInt64 = 0
    try rows.forEachRow { row in
      count += 1
      piece += table.line(row).utf8
      if piece.count >= 1 << 16 {
        try write(piece)
        piece.removeAll(keepingCapacity: true)
      }
      return true
    }
    try write(piece)
    return count
  }
}
