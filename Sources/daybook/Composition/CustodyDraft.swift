import Leaf
import Ledger
import TransparencyLog

/// A custody event on its way into the log.
struct CustodyDraft {
  private var payload: Value
  private var protected: [Value.Member] = []
  private var refs: [Value] = []
  /// The day of the act, EDTF.
  var occurred: String?
  /// A remark.
  var note: String?

  init(_ act: String, of digest: Digest) {
    payload = ["act": .string(act), "evidence": .string(digest.hex)]
  }

  /// Fills a field of the payload; `nil` leaves it out.
  mutating func set(_ key: String, _ value: Value?) {
    if let value { payload[key] = value }
  }

  /// Hides a value: the log only commits to it.
  mutating func protect(_ name: String, _ text: String?) {
    if let text { protected.append(.init(name, .string(text))) }
  }

  /// Names an earlier event.
  mutating func refer(_ relation: String, to position: UInt64?) {
    if let position { refs.append(["rel": .string(relation), "event": .string("#\(position)")]) }
  }

  /// The draft, for an id that the ledger assigns.
  var value: Value {
    var value: Value = ["kind": "custody", "payload": payload]
    if let occurred { value["occurred"] = .string(occurred) }
    if let note { value["note"] = .string(note) }
    if !refs.isEmpty { value["refs"] = .array(refs) }
    if !protected.isEmpty {
      value["protect"] = .object([.init("fields", .object(protected))])
      value["handling"] = ["protected": .array(protected.map { .string($0.key) })]
    }
    return value
  }

  /// The draft with an id that comes from what it says but hides, so that saying it again is a retry.
  var named: Value {
    var open = value
    open["protect"] = nil
    let digest = Digest.sha256(Array("daybook/custody/v1\n".utf8) + open.encode())
    var value = value
    value["id"] = .string(Hex.text(digest.bytes.prefix(16)))
    return value
  }
}
