import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// Lists the keys of the log.
struct KeyShowCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "List the keys of the log: which sign, which are held here, which were retired.",
    discussion: """
      The last column is what to give to readers and witnesses. JSON: id, state, held, introduced, ended, vkey.

      Examples:
        daybook key show
        daybook key show --format json
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var format: FormatOptions

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let history = try KeyHistory(ledger)
    let held = (try? ledger.keys.held(for: ledger.origin)) ?? []
    let frozen = try ledger.keys.frozen()
    var printer = RowPrinter(
      format.format,
      columns: ["Key", "State", "Held here", "Since", "Until", "To give"].map { Table.Column(title: $0) },
      header: ["id", "state", "held", "introduced", "ended", "vkey"])
    for key in try ledger.keys.verifiers() {
      let id = KeyID.text(key)
      let ended = history.event(of: id, .retired) ?? history.event(of: id, .compromised)
      let state = history.events(of: id).last?.state ?? .introduced
      let word = frozen != nil && state == .introduced ? "frozen" : state == .introduced ? "signs" : state.rawValue
      let place = held.first { $0.id == id }.map { $0.isSealed ? "sealed" : "open" } ?? "no"
      let since = history.event(of: id, .introduced)
      printer.add(
        cells: [
          id, word, place, since.map { "#\($0)" } ?? "the beginning", ended.map { "#\($0)" } ?? "", key.description,
        ],
        values: [id, word, place, since.map { "\($0)" } ?? "", ended.map { "\($0)" } ?? "", key.description],
        json: [
          "id": .string(id), "state": .string(word), "held": .string(place),
          "introduced": since.map { .integer(Int64($0)) } ?? .null, "ended": ended.map { .integer(Int64($0)) } ?? .null,
          "vkey": .string(key.description),
        ], &output)
    }
    printer.end("The log has no key.", &output)
  }
}
