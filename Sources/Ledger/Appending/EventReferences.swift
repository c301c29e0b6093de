public import TransparencyLog
public import Vocabulary

/// Answers which earlier event a draft means, while it is being sealed.
public protocol EventReferences: AnyObject {
  /// The position of the event being sealed: all below are earlier.
  var own: UInt64 { get }
  /// The event at a position.
  func event(at position: UInt64) throws(LedgerError) -> EarlierEvent
  /// The event with an id; `written` is how the draft spells it, for the refusal.
  func event(id: EventID, written: String) throws(LedgerError) -> EarlierEvent
  /// The event with a leaf hash.
  func event(leaf: Digest) throws(LedgerError) -> EarlierEvent
  /// The event at a position, whose leaf must have that hash.
  func event(at position: UInt64, leaf: Digest) throws(LedgerError) -> EarlierEvent
  /// The bytes of the event at a position.
  func leaf(at position: UInt64) throws(LedgerError) -> [UInt8]
}

/// An event that stands before the one being sealed: its position and leaf hash.
public struct EarlierEvent: Hashable, Sendable {
  /// The position, from 0.
  public var position: UInt64
  /// The hash of its leaf.
  public var leaf: Digest

  /// The event with that position and leaf hash.
  public init(position: UInt64, leaf: Digest) {
    self.position = position
    self.leaf = leaf
  }
}

/// The events of an open append transaction, for the event at its present end.
final class TransactionReferences: EventReferences {
  private let transaction: any AppendTransaction
  /// The position of the event being sealed: all below are earlier. On a retry it is the position it got the first time.
  var own: UInt64

  init(_ transaction: any AppendTransaction) {
    self.transaction = transaction
    own = transaction.size
  }

  func event(at position: UInt64) throws(LedgerError) -> EarlierEvent {
    guard position < own else { throw .refused(line: nil, .notEarlier(position: position, own: own)) }
    return EarlierEvent(position: position, leaf: try transaction.leafHash(at: position))
  }

  func event(id: EventID, written: String) throws(LedgerError) -> EarlierEvent {
    guard let position = try transaction.position(of: id), position < own else {
      throw .refused(line: nil, .noSuchEvent(written: written))
    }
    return EarlierEvent(position: position, leaf: try transaction.leafHash(at: position))
  }

  func event(leaf: Digest) throws(LedgerError) -> EarlierEvent {
    guard let position = try transaction.position(ofLeaf: leaf), position < own else {
      throw .refused(line: nil, .noSuchEvent(written: "leaf \(leaf)"))
    }
    return EarlierEvent(position: position, leaf: leaf)
  }

  func event(at position: UInt64, leaf: Digest) throws(LedgerError) -> EarlierEvent {
    let event = try event(at: position)
    guard event.leaf == leaf else {
      throw .refused(line: nil, .otherLeaf(position: position, written: leaf, actual: event.leaf))
    }
    return event
  }

  func leaf(at position: UInt64) throws(LedgerError) -> [UInt8] {
    guard position < own else { throw .refused(line: nil, .notEarlier(position: position, own: own)) }
    return try transaction.leaf(at: position)
  }
}
