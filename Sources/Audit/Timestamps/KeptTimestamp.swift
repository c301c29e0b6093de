internal import Ledger

/// A token that the log keeps, with what it covers.
public struct KeptTimestamp: Sendable, Equatable {
  /// How many events the checkpoint covers.
  public let size: UInt64
  /// The number of the token among those of its note, from 1.
  public let number: Int
  /// The token.
  public let token: TimestampToken
  /// How many earlier tokens of the note it covers besides the note: a renewal covers all that were there.
  public let renewed: Int
  /// The note it covers.
  let note: [UInt8]
  /// The tokens before it.
  let earlier: [[UInt8]]

  /// The bytes that are stamped: the whole note with its signatures, and for a renewal the tokens before it.
  public var stamped: [UInt8] { KeptTimestamp.stamped(note, earlier.prefix(renewed)) }

  static func stamped(_ note: [UInt8], _ tokens: some Sequence<[UInt8]>) -> [UInt8] {
    note + tokens.joined()
  }
}
