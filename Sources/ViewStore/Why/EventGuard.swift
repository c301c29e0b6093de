internal import Leaf
public import Ledger
public import Views
public import Vocabulary

/// Says of recorded events, wherever they are printed one by one, what must be withheld at a level of disclosure.
///
/// It follows the rules that views and explanations follow, as the ledger stands now: an event that a later correction made
/// sexual violence is guarded in every list of earlier days too. Not safe to share between threads.
public final class EventGuard {
  /// The level.
  public let level: DisclosureLevel
  private let ledger: Ledger
  private let open: () throws -> References
  private var known: References?

  /// - Parameters:
  ///   - level: how exactly sexual violence may be shown.
  ///   - ledger: the log, for the events that corrections, retractions and links are about.
  ///   - open: what stands now; asked for only when an event needs it, so that a list of others costs nothing.
  public init(_ level: DisclosureLevel, in ledger: Ledger, open: @escaping () throws -> References) {
    (self.level, self.ledger, self.open) = (level, ledger, open)
  }

  /// What may be shown instead of an event; `nil` when it may be shown as it was recorded.
  public func withheld(_ event: Event, at position: UInt64) throws -> WithheldEvent? {
    guard level == .region, event.kind == .abuse || event.kind.map({ !$0.isAboutTheWorld }) ?? false else { return nil }
    if event.kind != .abuse, event.refs.isEmpty { return nil }
    let references = try references()
    guard event.isGuarded(at: position, in: ledger, references) else { return nil }
    return WithheldEvent(event, references)
  }

  /// Whether the event at a position is withheld; yes as well when that cannot be found out.
  public func isGuarded(_ position: UInt64) -> Bool {
    guard level == .region else { return false }
    guard let leaf = try? ledger.leaf(at: position), let document = try? Document(leaf, as: .trusted) else {
      return false
    }
    return (try? withheld(Event(document), at: position) != nil) ?? true
  }

  private func references() throws -> References {
    if let known { return known }
    let references = try open()
    known = references
    return references
  }
}
