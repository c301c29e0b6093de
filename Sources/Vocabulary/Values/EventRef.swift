public import Leaf

/// An earlier event: its position and the hash of its leaf, so that an edited ancestor leaves a dangling reference.
public struct EventRef: Hashable, Sendable {
  /// The position, from 0.
  public let seq: UInt64
  /// The leaf hash as 64 hexadecimal digits.
  public let leaf: String

  public init(seq: UInt64, leaf: String) {
    self.seq = seq
    self.leaf = leaf
  }

  /// Reads `{"leaf": …, "seq": …}`; `nil` for the texts a draft may put there.
  public init?(_ fields: Element) {
    guard let seq = fields.number("seq"), seq >= 0, let leaf = fields.text("leaf") else { return nil }
    self.init(seq: UInt64(seq), leaf: leaf)
  }

  /// The fields of a reference that says nothing but which event.
  static let shape = Shape(
    "event", "An earlier event.",
    [
      .must("leaf", .form(.sha256), "The hash of its leaf."),
      .must("seq", .integer(0...9_007_199_254_740_991), "Its position, from 0."),
    ])
}
