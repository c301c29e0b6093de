import Leaf
import TransparencyLog
import ViewStore
import Vocabulary

extension EventFile {
  /// The event for a program, on one line.
  var json: String {
    var value = row.json
    value["standing"] = standingValue
    value["disputes"] = .array(disputes.map { .integer(Int64($0)) })
    value["said_of_it"] = .array(
      others.map { .object([.init("position", .integer(Int64($0.position))), .init("what", .string($0.what))]) })
    value["protected"] = .array(hidden.map(Self.value))
    var proved: Value = ["size": .integer(Int64(proof.size)), "root": .string(proof.root.hex)]
    proved["signed_size"] = proof.signedSize.map { .integer(Int64($0)) } ?? .null
    value["proof"] = proved
    return String(decoding: value.encode(), as: UTF8.self)
  }

  private var standingValue: Value {
    switch standing {
    case .asRecorded: ["state": "stands"]
    case .corrected(let by): ["state": "corrected", "by": .integer(Int64(by))]
    case .retracted(let by): ["state": "retracted", "by": .integer(Int64(by))]
    case nil: ["state": "unknown"]
    }
  }

  private static func value(_ hidden: HiddenValue) -> Value {
    var value: Value = ["digest": .string(hidden.digest), "state": .string(hidden.state)]
    if let event = hidden.redactedBy { value["redacted_by"] = .integer(Int64(event)) }
    if let disclosure = hidden.disclosure {
      value["name"] = .string(disclosure.name)
      value["value"] = disclosure.value
    }
    return value
  }
}
