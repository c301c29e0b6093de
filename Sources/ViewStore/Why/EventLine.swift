internal import Leaf
public import Ledger
public import Views
public import Vocabulary

/// An event in one line, as it was recorded: enough to name it in a list of changes or findings.
public struct EventLine: Hashable, Sendable {
  /// Its position.
  public var position: UInt64
  /// Its id; `nil` when the leaf has none that can be read.
  public var id: EventID?
  /// Its kind as written; empty when the leaf cannot be read.
  public var kind: String
  /// What it says; empty when the leaf cannot be read.
  public var summary: String

  /// Reads an event of a log, as far as its leaf can be read, and tells it as exactly as the level allows.
  ///
  /// - Parameter isGuarded: whether it is known to be guarded, for example since a correction made it so.
  public init(
    _ position: UInt64, in ledger: Ledger, shown disclosure: DisclosureLevel = .region, isGuarded: Bool = false
  ) {
    self.position = position
    guard let leaf = try? ledger.leaf(at: position), let document = try? Document(leaf, as: .trusted) else {
      (id, kind, summary) = (nil, "", "")
      return
    }
    let event = Event(document)
    (id, kind, summary) = (event.id, event.kindText, event.summary(shown: disclosure, isGuarded: isGuarded, in: ledger))
  }
}
