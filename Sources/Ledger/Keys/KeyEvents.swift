internal import Glibc
package import Leaf
package import TransparencyLog

/// What the events of a log say about its keys, read in order.
///
/// A key that was ended once stays ended, whatever later events say of it.
package struct KeyEvents: Equatable, Sendable {
  /// The first event that ended each key, oldest first.
  package private(set) var ends: [KeyEvent] = []
  /// Where in ``ends`` those stand whose keys have an id.
  private var places: [UInt32: [Int]] = [:]
  /// The events that brought keys in, by the id of the key.
  private var introductions: [UInt32: [KeyEvent]] = [:]

  /// What no event tells.
  package init() {}

  /// Notes what an event says, when it is about a key.
  package mutating func note(_ root: Element, at position: UInt64) {
    guard let event = KeyEvent(root, at: position) else { return }
    guard event.state != .introduced else { return introductions[event.key.id, default: []].append(event) }
    guard end(of: event.key) == nil else { return }
    places[event.key.id, default: []].append(ends.count)
    ends.append(event)
  }

  /// The event that ended a key; `nil` when it has not ended.
  package func end(of key: VerifierKey) -> KeyEvent? { ends(withID: key.id).first { $0.key == key } }

  /// The ends of the keys with an id; one, unless somebody made two with the same.
  package func ends(withID id: UInt32) -> [KeyEvent] { (places[id] ?? []).map { ends[$0] } }

  /// The keys with one of these ids, of some that are known and of those brought in before `end`, that no event ahead of
  /// `size` has ended.
  package func living(
    _ known: [VerifierKey], withIDs ids: Set<UInt32>, before end: KeyEvent, at size: UInt64
  ) -> [VerifierKey] {
    let introduced = ids.flatMap { introductions[$0] ?? [] }.filter { $0.event < end.event }.map(\.key)
    return Set(known.filter { ids.contains($0.id) } + introduced)
      .filter { key in key != end.key && (self.end(of: key).map { $0.event >= size } ?? true) }
  }

  private static let words: [UInt8] = Array(#""subject":"key""#.utf8)

  /// Whether canonical bytes could be an event about a key; most are not, and need not be read.
  static func mayTell(_ leaf: UnsafeRawBufferPointer) -> Bool {
    guard var start = leaf.baseAddress else { return false }
    return unsafe words.withUnsafeBytes { words in
      guard let wanted = words.baseAddress else { return false }
      let end = unsafe start + leaf.count
      while unsafe end - start >= words.count, let quote = unsafe memchr(start, 0x22, end - start - words.count + 1) {
        if unsafe memcmp(quote, wanted, words.count) == 0 { return true }
        unsafe start = UnsafeRawPointer(quote) + 1
      }
      return false
    }
  }
}
