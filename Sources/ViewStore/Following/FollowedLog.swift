/// The log as the views see it: leaves by position, and the root of the tree at any size.
public protocol FollowedLog: Sendable {
  /// How many events are durable.
  func size() throws -> UInt64

  /// The root of the tree over the first `size` events, 32 bytes.
  func root(at size: UInt64) throws -> [UInt8]

  /// Gives each leaf of a range in order, in place; the bytes are gone when `body` returns. `body` answers whether to go on.
  func read(_ positions: Range<UInt64>, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool) throws
}
