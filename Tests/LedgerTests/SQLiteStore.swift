import Foundation
import Ledger
import LogConformance
import SQLiteLog

/// A log in an SQLite file of a folder of its own, for the conformance suite.
final class SQLiteStore: LogStore {
  let folder: TestFolder
  var path: String { folder.path("log.sqlite") }

  private init(_ folder: TestFolder) { self.folder = folder }

  static func make(origin: String) throws -> SQLiteStore {
    let store = SQLiteStore(try TestFolder())
    try SQLiteLog.create(at: store.path, origin: origin)
    return store
  }

  func open(patience: Duration) throws -> any EventLog { try SQLiteLog(at: path, patience: patience) }

  func openReadOnly() throws -> any EventLog { try SQLiteLog(at: path, .reading) }
}

/// A new folder for one test, removed with the value.
final class TestFolder: Sendable {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("daybook-ledger-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
