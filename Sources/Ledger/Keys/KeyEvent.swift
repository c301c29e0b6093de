package import Leaf
package import TransparencyLog

/// What an event says became of a key of its log: a `policy` about a `key`, whose settings have a `state` and the public key.
package struct KeyEvent: Equatable, Sendable {
  /// What became of the key.
  package enum State: String, Sendable {
    /// It signs from now on, beside the one it replaces.
    case introduced
    /// It signs no more.
    case retired
    /// Others may have it: the log is frozen.
    case compromised
  }

  /// The key.
  package var key: VerifierKey
  /// What became of it.
  package var state: State
  /// The position of the event.
  package var event: UInt64

  /// Whether others may have the key.
  package var isCompromised: Bool { state == .compromised }

  /// Reads an event; `nil` when it says nothing of a key's state.
  package init?(_ root: Element, at position: UInt64) {
    guard root["kind"]?.equals("policy") == true, let payload = root["payload"],
      payload["subject"]?.equals("key") == true, let settings = payload["settings"],
      let state = settings["state"]?.string.flatMap(State.init(rawValue:)),
      let key = settings["vkey"]?.string.flatMap({ try? VerifierKey($0) })
    else { return nil }
    self.key = key
    self.state = state
    event = position
  }
}
