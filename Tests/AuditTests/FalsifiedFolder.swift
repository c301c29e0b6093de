import Foundation
import Ledger
import SQLite
import SQLiteLog
import TransparencyLog

/// A ledger in a folder that a falsifier has to himself, with every tool but the keys of others.
protocol FalsifiedFolder {
  var folder: LedgerFolder { get }
}

extension FalsifiedFolder {
  func path(_ name: String) -> String { folder.path + "/" + name }

  /// Runs SQL on the log as a falsifier would: without the guard rails, which are put back.
  func falsify(_ statements: String...) throws {
    let connection = try Connection(folder.log, .readWrite)
    var triggers: [String] = []
    let query = try connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    var names: [String] = []
    while try query.step() {
      names.append(query.text(0) ?? "")
      triggers.append(query.text(1) ?? "")
    }
    for name in names { try connection.execute("DROP TRIGGER \(name)") }
    for statement in statements { try connection.execute(statement) }
    for trigger in triggers { try connection.execute(trigger) }
  }

  /// Keeps the first events only, with a tree that fits them, as a restored backup would.
  func cutTail(to size: Int) throws { try rebuild(size: size) { _, leaf in leaf } }

  /// Alters every event from a position on and repairs tiles and right edge.
  func rewrite(from first: Int) throws {
    try rebuild { position, leaf in position < first ? leaf : altered(leaf) }
  }

  /// Makes the tree anew over events that `change` gives, in their places.
  func rebuild(size: Int? = nil, _ change: (Int, [UInt8]) -> [UInt8]) throws {
    var frontier = Frontier()
    let ledger = try Ledger.open(at: folder, .reading)
    let size = try size ?? Int(ledger.size)
    var statements = ["DELETE FROM event WHERE seq >= \(size)", "DELETE FROM tile"]
    for position in 0..<size {
      let old = try ledger.leaf(at: UInt64(position))
      let leaf = change(position, old)
      if leaf != old { statements.append("UPDATE event SET leaf = x'\(hex(leaf))' WHERE seq = \(position)") }
      frontier.append(Digest.leaf(leaf)) { tile, data in
        statements.append("INSERT INTO tile VALUES(\(UInt64(tile.level) << 48 + tile.index), x'\(hex(data))')")
      }
    }
    statements.append("UPDATE frontier SET state = x'\(hex(frontier.encode()))'")
    statements.append("DELETE FROM event_id WHERE seq >= \(size)")
    try falsify(statements.joined(separator: ";\n"))
  }

  /// The leaf of another recorder: `test` becomes `tesu`.
  func altered(_ leaf: [UInt8]) -> [UInt8] {
    [UInt8](String(decoding: leaf, as: UTF8.self).replacingOccurrences(of: "test", with: "tesu").utf8)
  }

  func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }
}
