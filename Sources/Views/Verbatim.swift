/// A text compared and hashed by its UTF-8 bytes.
///
/// `String` equality is canonical equivalence: two ids that differ in bytes would share a dictionary key.
public struct Verbatim: Hashable, Comparable, Sendable {
  /// The text as it stands in the leaf.
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (left: Verbatim, right: Verbatim) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  public static func < (left: Verbatim, right: Verbatim) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
