import LogConformance
import Testing

@Suite("The log in SQLite keeps the promises of every log")
struct SQLiteLogPromises {
  @Test(arguments: LogPromise.all)
  func `It is promised that`(_ promise: LogPromise) throws { try promise.check(SQLiteStore.self) }
}
