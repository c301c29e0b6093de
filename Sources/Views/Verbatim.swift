/// A text compared and hashed by its UTF-8 bytes.
///
/// `String` equality is canonical equivalence: two ids that differ in bytes would share a dictionary key.
public struct Verbatim: Hashable, Comparable, Sendable {
  /// The text as it stands in the leaf.
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (left: Verbatim, right: Verbatim) -> Bool {
    let (one, other) = (left.text.utf8Span.span, right.text.utf8Span.span)
    guard one.count == other.count else { return false }
    for index in one.indices where one[index] != other[index] { return false }
    return true
  }

  public static func < (left: Verbatim, right: Verbatim) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    unsafe text.utf8Span.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    hasher.combine(UInt8(0xFF))
  }
}
