internal import CSQLite

/// When a transaction takes its locks.
public enum TransactionKind: String, Equatable, Sendable {
  /// At the first statement that needs one. For reading: all reads then see the same state.
  case deferred = "DEFERRED"
  /// The writer's lock at once, so that nothing read inside can be outdated when writing.
  case immediate = "IMMEDIATE"
}

extension Connection {
  /// Runs `body` in a transaction: commits when it returns, rolls back when it throws.
  ///
  /// Nothing is durable before this returns. When COMMIT itself is refused, everything is rolled back and its error is thrown.
  public func transaction<Result: ~Copyable>(
    _ kind: TransactionKind = .immediate, _ body: () throws -> Result
  ) throws -> Result {
    try execute("BEGIN \(kind.rawValue)")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// Rolls back whatever is open. Some errors (a full disk, an I/O error) have already done so; then this does nothing.
  public func rollBack() {
    if isInTransaction { try? execute("ROLLBACK") }
  }
}
