import ArgumentParser
import Audit
import Leaf
import Ledger
import ViewStore
import Views
import Vocabulary

/// Destroys protected values of an event.
struct RedactCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Destroy protected values of an event; every proof still holds.",
    discussion: """
      Appends a redact event that says what is destroyed, why and on whose authority; then destroys the key of the \
      values and their sealed bytes, and writes the log's file anew without them. The event, its leaf and every proof \
      stay as they are: what is shown from then on is the digest, and that it was redacted. This cannot be undone.

      Only what was protected when it was recorded can be destroyed (--protect on append). Without --field the names of \
      the protected values are listed. What was interrupted can be given again, or --finish carries out everything that \
      is announced; so it does in a log that was brought back from a backup. Values of the same subject that stay get a \
      new key, so that the old one can be destroyed in every case.

      Examples:
        daybook redact '#339'
        daybook redact '#339' --field collector --reason 'asked for it' --authority 'head of office'
        daybook redact --finish
      """)

  @OptionGroup var writing: WritingOptions

  @Argument(help: ArgumentHelp("The event: #12, @name, an id or a leaf hash.", valueName: "event"))
  var event: String?

  @Option(help: ArgumentHelp("The name of a protected value; may be given again.", valueName: "name"))
  var field: [String] = []

  @Option(help: "Why.")
  var reason: String?

  @Option(help: "On whose authority.")
  var authority: String?

  @Flag(help: "Carry out every redaction that is announced and not carried out.")
  var finish = false

  @Option(help: "How to print the receipt, or the list: table or json.")
  var format: TextFormat = .table

  func run(_ output: inout Output) throws {
    let ledger = try writing.open()
    guard let event else {
      guard finish else { throw Complaint(.usage, "name an event, or carry out what is announced with --finish") }
      return try finishAll(ledger, &output)
    }
    guard !finish else { throw Complaint(.usage, "either an event or --finish, not both") }
    let position = try EventSearch(ledger).require(event)
    let facts = References(try Following.views(of: ledger).snapshot())
    let row = try EventRow(position, try ledger.leaf(at: position), EventGuard(.region, in: ledger) { facts })
    let values = try HiddenValue.all(of: row.event, at: position, ledger, facts)
    guard !field.isEmpty else { return try list(values, position, isGuarded: row.withheld != nil, &output) }
    let wanted = try wanted(values, row.event, position)
    let unfinished = try Announced(ledger).unfinished(of: position)
    if !wanted.isEmpty { try append(wanted, position, ledger, &output) }
    if wanted.isEmpty || !unfinished.digests.isEmpty { try finish(unfinished, values, position, ledger, &output) }
  }

  /// The names among those given that are not redacted yet.
  private func wanted(_ values: [HiddenValue], _ event: Event, _ position: UInt64) throws(Complaint) -> [String] {
    let names = values.filter { $0.redactedBy == nil }.compactMap { $0.disclosure?.name }
    let known = names + (event.handling?.protectedFields ?? []) + values.compactMap { $0.disclosure?.name }
    let isDone = values.contains { $0.redactedBy != nil }
    if let unknown = field.first(where: { name in !names.contains(name) && !(isDone && known.contains(name)) }) {
      throw Self.unknown(unknown, names, position)
    }
    return field.filter(names.contains)
  }

  private func append(
    _ names: [String], _ position: UInt64, _ ledger: Ledger, _ output: inout Output
  ) throws {
    guard let reason, let authority else {
      throw Complaint(.usage, "a redaction says why and on whose authority: --reason TEXT --authority TEXT")
    }
    let draft: Value = [
      "kind": "redact", "refs": [["rel": "redacts", "event": .string("#\(position)")]],
      "payload": [
        "fields": .array(names.map(Value.string)), "reason": .string(reason), "authority": .string(authority),
      ],
    ]
    let appended = try Appending(ledger).append(DraftList([draft.encode()]), .few)
    let leaf = try ledger.leaf(at: appended.receipt.position(ofDraft: 0))
    Receipt(appended, leaf: leaf, in: ledger).print(format, &output)
    if format == .table {
      output.line(
        "Event #\(position), its leaf and every proof of it stay valid; it shows the digest and this redaction.")
    }
    guard case .redact(let redaction) = Event(try Document(leaf, as: .trusted)).payload else { return }
    let readers = try ledger.readers.given(Set(redaction.digests))
    if !readers.isEmpty {
      Descriptor.error.say(
        "daybook: note: given before to \(readers.joined(separator: ", ")): ask them to destroy their copies")
    }
  }

  /// Carries out what was announced before.
  private func finish(
    _ unfinished: (digests: [String], positions: [UInt64]), _ values: [HiddenValue], _ position: UInt64,
    _ ledger: Ledger, _ output: inout Output
  ) throws {
    let destruction = try ledger.destroy(digests: unfinished.digests, of: unfinished.positions)
    let events = Set(values.compactMap(\.redactedBy)).sorted().map { "event #\($0)" }.joined(separator: " and ")
    guard format == .table else {
      return output.line(String(decoding: Receipt.json(destruction).encode(), as: UTF8.self))
    }
    output.line("Announced by \(events). \(Destroyed.sentence(destruction))")
  }

  private func finishAll(_ ledger: Ledger, _ output: inout Output) throws {
    let announced = try Announced(ledger)
    var destruction = try announced.finish(try announced.unfinished())
    // What a reader of the log kept from being purged last time goes now.
    if destruction.isPurged { destruction.isPurged = try ledger.log.purge() }
    guard format == .table else {
      return output.line(String(decoding: Receipt.json(destruction).encode(), as: UTF8.self))
    }
    let count = announced.redactions.announcements.count
    output.line(
      "\(count == 1 ? "1 redaction is" : "\(count) redactions are") announced. \(Destroyed.sentence(destruction))")
  }

  private func list(
    _ values: [HiddenValue], _ position: UInt64, isGuarded: Bool, _ output: inout Output
  ) throws {
    if values.isEmpty { throw Complaint(.badInput, "#\(position): this event has no protected values to destroy") }
    guard format == .table else {
      let list: Value = [
        "position": .integer(Int64(position)), "protected": .array(values.map { isGuarded ? $0.named : $0.json }),
      ]
      return output.line(String(decoding: list.encode(), as: UTF8.self))
    }
    output.line("Protected values of event #\(position):")
    for value in values {
      output.line("  " + (value.disclosure.map { $0.name } ?? "(\(value.state))") + "  \(value.digest)")
    }
    output.line("Name what to destroy with --field NAME --reason TEXT --authority TEXT.")
  }

  private static func unknown(_ name: String, _ names: [String], _ position: UInt64) -> Complaint {
    guard !names.isEmpty else {
      return Complaint(
        .badInput, "--field: '\(name)': event #\(position) has no protected value that can be opened here")
    }
    let nearest = Nearest.word(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
    return Complaint(
      .badInput,
      "--field: '\(name)': event #\(position) has no such protected value; allowed: \(names.joined(separator: ", "))\(nearest)"
    )
  }
}
