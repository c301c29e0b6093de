public import Views

/// The answers to two questions about one view, and what differs between them.
public struct Difference: Sendable {
  /// The earlier picture.
  public var from: Reading
  /// The later one.
  public var to: Reading
  /// What entered, left and changed.
  public var comparison: Comparison
}
