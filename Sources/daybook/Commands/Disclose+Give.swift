import ArgumentParser
import Audit
import Ledger

/// Writes the disclosures for one reader.
struct DiscloseGiveCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "give",
    abstract: "Write the protected values of events for one reader (what `disclose` does by itself).",
    discussion: """
      READER is a name of your choice (letters, digits, . _ -), or the public key of a reader, as text or in a file \
      (daybook disclose key). With a name the file is plain text, one JSON object a line; with a key it is encrypted for \
      that reader alone. Without an event the reader gets again what was given before, but for what was destroyed since.

      Examples:
        daybook disclose '#340' --to icc-otp > disclosures.jsonl
        daybook disclose --all --field collector --to reader.pub --out for-the-prosecutor.txt
        daybook disclose --to icc-otp --out again.jsonl
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The events: #12, @name, an id or a leaf hash.", valueName: "event"))
  var events: [String] = []

  @Option(help: ArgumentHelp("Who shall read it.", valueName: "reader"))
  var to: String

  @Option(help: ArgumentHelp("Only values of this name; may be given again.", valueName: "name"))
  var field: [String] = []

  @Flag(help: "The values of every event.")
  var all = false

  @Option(
    help: ArgumentHelp("Write to this new file, for its owner alone, and not to standard output.", valueName: "file"))
  var out: String?

  func run(_ output: inout Output) throws {
    let reader = try Recipient(to)
    let ledger = try options.open()
    if all, !events.isEmpty { throw Complaint(.usage, "either events or --all, not both") }
    let giving = Giving(ledger)
    let set =
      if all { try giving.all(named: field) } else if events.isEmpty {
        try giving.again(to: reader.name, named: field)
      } else {
        try giving.values(of: try events.map { try EventSearch(ledger).require($0) }, named: field)
      }
    guard !set.file.lines.isEmpty else { throw nothing(set, reader) }
    let bytes = try reader.write(set.file, of: ledger.origin)
    if let out {
      do throws(FileError) { try SmallFile.create(out, with: bytes, mode: 0o600) } catch {
        throw Complaint(.inputOutput, "--out: \(out): \(error.isTaken ? "there is such a file already" : error.reason)")
      }
    } else {
      output.write(bytes)
    }
    try giving.note(set, for: reader.name)
    tell(set, reader)
  }

  private func tell(_ set: Giving.Set, _ reader: Recipient) {
    let values = set.file.lines.reduce(0) { $0 + $1.disclosures.count }
    let events = set.file.lines.count
    var text = "daybook: \(values) value\(values == 1 ? "" : "s") of \(events) event\(events == 1 ? "" : "s")"
    text +=
      " for \(reader.name)" + (reader.key == nil ? ", readable by whoever has the file" : ", encrypted for that key")
    if set.withheld > 0 { text += "; \(set.withheld) more cannot be opened here" }
    if set.redacted > 0 { text += "; \(set.redacted) \(set.redacted == 1 ? "was" : "were") destroyed by a redaction" }
    Descriptor.error.say(text)
  }

  private func nothing(_ set: Giving.Set, _ reader: Recipient) -> Complaint {
    if events.isEmpty, !all {
      return Complaint(
        .noInput, "\(reader.name) was given nothing before that could be given again; name events, or --all")
    }
    var text = "there is no protected value to give"
    if !field.isEmpty { text += " with the name \(field.joined(separator: " or "))" }
    if set.withheld > 0 { text += "; \(set.withheld) cannot be opened here, since the keys are elsewhere" }
    if set.redacted > 0 { text += "; \(set.redacted) \(set.redacted == 1 ? "was" : "were") destroyed by a redaction" }
    return Complaint(.noInput, text)
  }
}
