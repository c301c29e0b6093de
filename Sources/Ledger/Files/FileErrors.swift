/// Runs `body` and tells its file errors as the ledger's.
package func onDisk<Result: ~Copyable>(_ body: () throws(FileError) -> Result) throws(LedgerError) -> Result {
  do { return try body() } catch { throw LedgerError(error) }
}
