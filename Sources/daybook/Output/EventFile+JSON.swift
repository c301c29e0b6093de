import Leaf
import TransparencyLog
import ViewStore
import Vocabulary

extension EventFile {
  /// The event for a program, on one line. Its schema is `output_show.json`.
  var json: String {
    var value = row.json
    value["standing"] = standingValue
    value["disputes"] = .array(disputes.map { .integer(Int64($0)) })
    value["said_of_it"] = .array(
      others.map { .object([.init("position", .integer(Int64($0.position))), .init("what", .string($0.what))]) })
    value["protected"] = .array(hidden.map(\.json))
    var proved: Value = ["size": .integer(Int64(proof.size)), "root": .string(proof.root.hex)]
    proved["signed_size"] = proof.signedSize.map { .integer(Int64($0)) } ?? .null
    value["proof"] = proved
    return String(decoding: value.encode(), as: UTF8.self)
  }

  private var standingValue: Value {
    switch standing {
    case .asRecorded: ["state": "stands", "by": .null]
    case .corrected(let by): ["state": "corrected", "by": .integer(Int64(by))]
    case .retracted(let by): ["state": "retracted", "by": .integer(Int64(by))]
    case nil: ["state": "unknown", "by": .null]
    }
  }
}
