import Audit
import Crypto
import Foundation
import Ledger
import SQLite
import SQLiteLog
import Testing
import TransparencyLog

/// A copy of a ledger that a falsifier works on, and what its auditor has from elsewhere.
final class LedgerCopy: FalsifiedFolder {
  let sample: LedgerSample
  let folder: LedgerFolder
  var outside: [(name: String, note: [UInt8])] = []
  var witnesses: [VerifierKey] = []
  var mirrors: [any Mirror] = []
  /// Copies that mirrors are made of.
  private var others: [LedgerCopy] = []

  init(_ sample: LedgerSample) throws {
    self.sample = sample
    let path = sample.home.appendingPathComponent("copy-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: sample.folder.path, toPath: path)
    folder = LedgerFolder(path)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }

  /// Another copy, which lives as long as this one.
  func other() throws -> LedgerCopy {
    let copy = try LedgerCopy(sample)
    others.append(copy)
    return copy
  }

  /// The mirror that this copy is for others.
  func mirror() throws -> any Mirror { try LedgerMirror(Ledger.open(at: folder, .reading), named: "the mirror") }

  func read(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name)))) }

  /// Writes a file with the permissions that it had.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let mode = (try? FileManager.default.attributesOfItem(atPath: path(name)))?[.posixPermissions] ?? 0o600
    try? FileManager.default.removeItem(atPath: path(name))
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func mode(_ name: String, _ mode: Int) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
  }

  /// One value of the log's file.
  struct Cell {
    var table: String
    var column: String
    var row: String
  }

  func value(_ cell: Cell) throws -> [UInt8] {
    let query = try Connection(folder.log, .readOnly).prepare(
      "SELECT \(cell.column) FROM \(cell.table) WHERE \(cell.row)")
    try #require(try query.step(), "there is no row \(cell.row) in \(cell.table)")
    return query.bytes(0)
  }

  func set(_ cell: Cell, _ bytes: [UInt8]) throws {
    try falsify("UPDATE \(cell.table) SET \(cell.column) = x'\(hex(bytes))' WHERE \(cell.row)")
  }

  /// Puts a head of the last signature beside the key.
  func setHead(_ note: [UInt8]) throws {
    let checkpoint = try Checkpoint(text: Note(note).text)
    try write("keys/head", SignedHead(size: checkpoint.size, root: checkpoint.root).text)
  }

  /// Goes back to what was signed at a size, as who restores a backup without the keys.
  func rollBack(to size: UInt64) throws {
    try cutTail(to: Int(size))
    try falsify("DELETE FROM checkpoint WHERE size > \(size)")
  }

  /// The audit of everything but views, which are not kept here.
  func audit() throws -> AuditReport {
    let ledger = try Ledger.open(at: folder, .auditing)
    return Audit(of: ledger, outside: outside, mirrors: mirrors, witnesses: witnesses).run()
  }

  /// What a falsifier could have changed, as one digest: the rows of the log, every other file with its permissions, and
  /// what the auditor is given.
  func fingerprint() throws -> String {
    var hash = SHA512()
    func add(_ text: String) { hash.update(data: Data((text + "\n").utf8)) }
    let log = try Connection(folder.log, .readOnly)
    for (table, columns) in [
      ("sqlite_schema", "name, sql"), ("meta", "key, value"), ("event", "seq, leaf"), ("event_id", "id, seq"),
      ("tile", "id, data"), ("frontier", "one, state"), ("checkpoint", "number, size, note"),
      ("token", "number, checkpoint, token"), ("disclosure", "digest, seq, sealed, subject"),
    ] {
      let quoted = columns.split(separator: ", ").map { "quote(\($0))" }.joined(separator: " || ' ' || ")
      let query = try log.prepare("SELECT \(quoted) FROM \(table) ORDER BY 1")
      while try query.step() { add("\(table) \(query.text(0) ?? "")") }
    }
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where !name.hasPrefix("log.sqlite-") && name != "keys/head.lock" {
      let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
      add("\(name) \(attributes[.posixPermissions] ?? "")")
      if name != "log.sqlite", attributes[.type] as? FileAttributeType == .typeRegular {
        hash.update(data: Data(try read(name)))
      }
    }
    for (name, note) in outside { add("\(name) \(hex(note))") }
    for other in others { add(try other.fingerprint()) }
    return Data(hash.finalize()).base64EncodedString()
  }
}
