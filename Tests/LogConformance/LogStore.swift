public import Ledger

/// A kind of store, as the suite sees it: a place for one fresh log, which can be opened more than once.
public protocol LogStore: Sendable {
  /// Makes an empty log in a place of its own.
  static func make(origin: String) throws -> Self
  /// Opens the log; each opening behaves as another process would.
  func open(patience: Duration) throws -> any EventLog
  /// Opens the log for reading only.
  func openReadOnly() throws -> any EventLog
}
