import Leaf
import Ledger
import TransparencyLog
import ViewStore
import Views
import Vocabulary

/// The earlier events that an answer may name, the last recorded first: by position, or by words of their line.
struct EventChoices {
  private let ledger: Ledger
  /// The kinds that are meant; `nil` for all.
  private let kinds: Set<Kind>?

  /// How many events are looked at, and how many are shown.
  private static let reach: UInt64 = 20_000
  private static let most = 12

  init(_ ledger: Ledger, _ kinds: Set<Kind>?) { (self.ledger, self.kinds) = (ledger, kinds) }

  /// Completes to `#12` when one event is meant; else lists the last that may be.
  func complete(_ text: String) throws -> Completion {
    let found = try choices(text)
    guard let first = found.first else { return Completion(text) }
    if found.count == 1 { return Completion(first.text, note: first.label) }
    return Completion(text, choices: found.map(\.label))
  }

  private func choices(_ text: String) throws -> [Completion.Choice] {
    let words = Folding.text(text).split(separator: " ")
    let digits = text.first == "#" ? text.dropFirst() : nil
    let guarding = EventGuard(.region, in: ledger) { References(try Following.views(of: ledger).snapshot()) }
    var found: [Completion.Choice] = []
    let size = try ledger.size
    var position = size
    while position > (size > Self.reach ? size - Self.reach : 0), found.count < Self.most {
      position -= 1
      if let digits, !String(position).hasPrefix(digits) { continue }
      let row = try EventRow(position, try ledger.leaf(at: position), guarding)
      if let kinds, !(row.event.kind.map(kinds.contains) ?? false) { continue }
      let line = Folding.text(row.summary)
      guard digits != nil || words.allSatisfy({ line.contains($0) }) else { continue }
      found.append(.init("#\(position)", label: "#\(position)  \(row.summary)"))
    }
    return found
  }
}
