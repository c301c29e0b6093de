public import Ledger
internal import TransparencyLog

/// The log of a ledger, as views follow it.
public struct FollowedLedger: FollowedLog {
  private let ledger: Ledger

  public init(_ ledger: Ledger) { self.ledger = ledger }

  public func size() throws -> UInt64 { try ledger.size }

  public func root(at size: UInt64) throws -> [UInt8] { try ledger.tree().root(at: size).bytes }

  public func read(_ positions: Range<UInt64>, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool) throws {
    try unsafe ledger.log.read(positions, body)
  }
}
