import Leaf
import TransparencyLog
import Vocabulary

/// One event as a row of a list.
struct EventRow {
  let position: UInt64
  let leafHash: Digest
  let event: Event

  init(_ position: UInt64, _ leaf: [UInt8]) throws(LeafError) {
    self.position = position
    leafHash = Digest.leaf(leaf)
    event = Event(try Document(leaf, as: .trusted))
  }

  /// The columns of the table.
  static let columns = [
    Table.Column(title: "#", alignment: .right), Table.Column(title: "When"), Table.Column(title: "Kind"),
    Table.Column(title: "What it says"),
  ]

  /// The cells of the table.
  var cells: [String] { [String(position), when, event.kindText, event.summary] }

  /// The header of the values between commas.
  static let header = ["position", "id", "recorded", "kind", "occurred", "place", "leaf", "summary"]

  /// The values between commas.
  var values: [String] {
    [
      String(position), event.id?.description ?? "", event.at, event.kindText, when,
      event.place.flatMap { $0.id ?? $0.name } ?? "", leafHash.hex, event.summary,
    ]
  }

  /// `{"position", "leaf", "summary", "event"}`, where `leaf` is the hash and `event` the recorded object; its schema is
  /// `output_log_line.json`.
  var json: Value {
    [
      "position": .integer(Int64(position)), "leaf": .string(leafHash.hex), "summary": .string(event.summary),
      "event": event.document.root.value,
    ]
  }

  private var when: String { event.document.root["occurred"]?.member("edtf")?.string ?? "" }
}
