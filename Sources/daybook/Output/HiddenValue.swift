import Leaf
import Ledger
import TransparencyLog
import Views
import Vocabulary

/// A protected value of an event, as far as this reader may see it.
struct HiddenValue {
  let digest: String
  /// The disclosure; `nil` when it is withheld.
  let disclosure: Disclosure?
  /// The event that announced that it is destroyed.
  let redactedBy: UInt64?

  /// The state in one word.
  var state: String { redactedBy != nil ? "redacted" : disclosure == nil ? "withheld" : "shown" }

  /// The same without what it hides, for an event that is withheld.
  var closed: HiddenValue { HiddenValue(digest: digest, disclosure: nil, redactedBy: redactedBy) }

  /// Its name for a program, without what it hides.
  var named: Value {
    var value = json
    if disclosure != nil { (value["state"], value["value"]) = (.string("withheld"), .null) }
    return value
  }

  /// The value for a program.
  var json: Value {
    [
      "digest": .string(digest), "state": .string(state), "name": disclosure.map { .string($0.name) } ?? .null,
      "value": disclosure?.value ?? .null, "redacted_by": redactedBy.map { .integer(Int64($0)) } ?? .null,
    ]
  }

  /// Values that can be seen by their names, then the others in the order in which they were redacted.
  private var order: (String, UInt64, String) {
    (disclosure?.name ?? "\u{10FFFF}", redactedBy ?? .max, digest)
  }

  /// The protected values of an event: the digests are in an order that says nothing, so that these are sorted anew.
  static func all(of event: Event, at position: UInt64, _ ledger: Ledger, _ facts: References?) throws -> [HiddenValue]
  {
    let digests = event.withheld
    guard !digests.isEmpty else { return [] }
    var redacted: [String: UInt64] = [:]
    for fact in facts?.facts(ReferenceFacts.name, .about(.redaction, position)) ?? [] {
      guard case .redact(let redaction) = fact.payload else { continue }
      for digest in redaction.digests { redacted[digest] = fact.event }
    }
    var opened: [String: Disclosure] = [:]
    for sealed in try ledger.log.disclosures(of: position) {
      guard let text = try? ledger.disclosures.open(sealed),
        let disclosure = try? Disclosure(text: String(decoding: text, as: UTF8.self))
      else { continue }
      opened[disclosure.digest] = disclosure
    }
    let values = digests.map { HiddenValue(digest: $0, disclosure: opened[$0], redactedBy: redacted[$0]) }
    return values.sorted { $0.order < $1.order }
  }
}
