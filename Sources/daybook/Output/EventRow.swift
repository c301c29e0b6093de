import Leaf
import TransparencyLog
import ViewStore
import Vocabulary

/// One event as a row of a list, as exactly as it may be shown.
struct EventRow {
  let position: UInt64
  let leafHash: Digest
  let event: Event
  /// What is shown instead of the event; `nil` when it is shown as recorded.
  let withheld: WithheldEvent?

  /// - Parameter guarding: what withholds events; `nil` for those who print none of their words.
  init(_ position: UInt64, _ leaf: [UInt8], _ guarding: EventGuard? = nil) throws {
    self.position = position
    leafHash = Digest.leaf(leaf)
    event = Event(try Document(leaf, as: .trusted))
    withheld = try guarding?.withheld(event, at: position)
  }

  /// What it says, in one line.
  var summary: String { withheld?.summary ?? event.summary }

  /// The columns of the table.
  static let columns = [
    Table.Column(title: "#", alignment: .right), Table.Column(title: "When"), Table.Column(title: "Kind"),
    Table.Column(title: "What it says"),
  ]

  /// The cells of the table.
  var cells: [String] { [String(position), when ?? "", event.kindText, summary] }

  /// The header of the values between commas.
  static let header = [
    "position", "id", "recorded", "kind", "occurred", "place", "leaf", "summary", "withheld",
  ]

  /// The values between commas.
  var values: [String] {
    [
      String(position), event.id?.description ?? "", event.at, event.kindText, when ?? "", place ?? "", leafHash.hex,
      summary, withheld == nil ? "no" : "yes",
    ]
  }

  /// The same values by name, and the recorded object: null when it is withheld, so that nobody takes less for it. The
  /// schema is `output_log_line.json`.
  var json: Value {
    func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }
    return [
      "position": .integer(Int64(position)), "id": text(event.id?.description), "kind": .string(event.kindText),
      "recorded": .string(event.at), "occurred": text(when), "place": text(place), "leaf": .string(leafHash.hex),
      "summary": .string(summary), "withheld": .boolean(withheld != nil),
      "event": withheld == nil ? event.document.root.value : .null,
    ]
  }

  /// As EDTF.
  private var when: String? {
    withheld.map(\.when) ?? event.document.root["occurred"]?.member("edtf")?.string
  }

  /// The id of the place, else its name as written.
  private var place: String? { withheld.map(\.region) ?? event.place.flatMap { $0.id ?? $0.name } }
}
