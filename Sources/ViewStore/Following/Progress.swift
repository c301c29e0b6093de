/// How far long work has come.
public struct Progress: Equatable, Sendable {
  /// Events done.
  public var done: UInt64
  /// Events in all.
  public var total: UInt64
}
