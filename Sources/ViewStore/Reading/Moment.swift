public import Vocabulary

/// A known time on both readings: how many events of the ledger, and the last day of publication.
public struct Moment: Hashable, Sendable {
  /// K: how many events the answer may use; `nil` means all that the views hold.
  public var known: UInt64?
  /// P: the last day of publication the answer may use; `nil` means that publication does not matter.
  public var published: Day?

  public init(known: UInt64? = nil, published: Day? = nil) {
    self.known = known
    self.published = published
  }

  /// Everything there is.
  public static let now = Moment()

  /// The number that `known_from` must be below and `known_to` not below.
  func count(of size: UInt64) -> Int64 { Int64(min(known ?? size, size)) }

  /// The number that `public_from` must not exceed and `public_to` must exceed.
  var day: Int64 { Int64(published?.number ?? Ends.never) }
}
