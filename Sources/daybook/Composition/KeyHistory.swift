import Leaf
import Ledger
import TransparencyLog
import ViewStore
import Views
import Vocabulary

/// What the log says about its own keys: `policy` events about a `key`, whose settings have a `state` and the public key.
struct KeyHistory {
  /// What an event says became of a key.
  typealias State = KeyEvent.State

  private let ledger: Ledger
  private let facts: References

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    facts = References(try Following.views(of: ledger).snapshot())
  }

  /// What became of a key, oldest first.
  func events(of id: String) -> [(event: UInt64, state: State)] {
    facts.policies(about: .key, id: id).compactMap { event, policy in
      policy.settings?["state"]?.string.flatMap(State.init(rawValue:)).map { (event, $0) }
    }
  }

  /// The event by which a key came to a state; `nil` when there is none.
  func event(of id: String, _ state: State) -> UInt64? { events(of: id).last { $0.state == state }?.event }

  /// Appends what became of a key and answers the position of the event.
  static func append(
    _ state: State, _ key: VerifierKey, _ settings: [Value.Member], reason: String?, to ledger: Ledger
  ) throws -> UInt64 {
    let own: [Value.Member] = [
      Value.Member("state", .string(state.rawValue)), Value.Member("vkey", .string(key.description)),
    ]
    var members: [Value.Member] = [
      Value.Member("kind", "policy"),
      Value.Member(
        "payload", ["subject": "key", "key": .string(KeyID.text(key)), "settings": .object(own + settings)]),
    ]
    if let reason { members.append(Value.Member("note", .string(reason))) }
    let appended = try Appending(ledger).append(DraftList([Value.object(members).encode()]), .few)
    return appended.receipt.position(ofDraft: 0)
  }
}
