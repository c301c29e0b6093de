package import Leaf
public import Ledger
internal import SQLite
public import TransparencyLog

/// The originals that events name, each with the first event that does, kept beside the memory.
///
/// They lie in a database without a name that the system takes away with the object: a ledger may name more originals
/// than fit into memory. The database holds 4 MiB of it in memory; a name costs some microseconds.
public final class NamedOriginals {
  private let database: Connection
  private let insert: Statement
  private let second: Statement
  private let find: Statement
  private let among: Statement
  private static let place = "the list of named originals, a temporary file"

  /// Names of nothing yet.
  package init() throws(LedgerError) {
    do throws(SQLiteError) {
      let database = try Connection("", .create)
      try database.execute(
        """
        PRAGMA page_size = 4096; PRAGMA cache_size = -4096; PRAGMA temp_store = FILE;
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
        CREATE TABLE named(digest BLOB PRIMARY KEY, event INTEGER NOT NULL, sha512 TEXT) WITHOUT ROWID;
        BEGIN
        """)
      insert = try database.prepare(
        "INSERT INTO named(digest, event) VALUES(?1, ?2) ON CONFLICT(digest) DO NOTHING", kept: true)
      second = try database.prepare(
        "UPDATE named SET sha512 = ?2 WHERE digest = ?1 AND sha512 IS NULL", kept: true)
      find = try database.prepare("SELECT event, sha512 FROM named WHERE digest = ?1", kept: true)
      among = try database.prepare("SELECT digest FROM named WHERE digest >= ?1 AND digest <= ?2", kept: true)
      self.database = database
    } catch { throw NamedOriginals.failed(error) }
  }

  /// The originals that the events of a ledger name, read through once.
  ///
  /// - Parameter progress: told now and then how many events were read, and of how many.
  public convenience init(
    of ledger: Ledger, progress: (UInt64, UInt64) -> Void = { _, _ in }
  ) throws {
    try self.init()
    let size = try ledger.size
    var document = Document()
    try unsafe ledger.read(0..<size) { position, leaf in
      if position & 0xFF == 0 { progress(position, size) }
      try unsafe document.parse(leaf, as: .trusted)
      try note(document.root, at: position)
    }
  }

  /// The first event of a ledger that names an original; `nil` when none does.
  public static func first(naming digest: Digest, in ledger: Ledger) throws -> UInt64? {
    var found: UInt64?
    var document = Document()
    try unsafe ledger.log.read(0..<ledger.size) { position, leaf in
      try unsafe document.parse(leaf, as: .trusted)
      if named(by: document.root).contains(digest) { found = position }
      return found == nil
    }
    return found
  }

  private static func named(by root: Element) -> [Digest] {
    guard let payload = root["payload"] else { return [] }
    return ["evidence", "before", "after"].compactMap { payload[$0]?.string.flatMap { Digest(hex: $0) } }
  }

  /// Notes what an event names. Events are noted in order.
  package func note(_ root: Element, at position: UInt64) throws(LedgerError) {
    for digest in NamedOriginals.named(by: root) {
      try telling { () throws(SQLiteError) in
        try insert.bind(1, blob: digest.bytes)
        try insert.bind(2, Int64(position))
        try insert.run()
      }
    }
    guard let payload = root["payload"], let sha512 = payload["sha512"]?.string,
      let digest = payload["evidence"]?.string.flatMap({ Digest(hex: $0) })
    else { return }
    try telling { () throws(SQLiteError) in
      try second.bind(1, blob: digest.bytes)
      try second.bind(2, text: sha512)
      try second.run()
    }
  }

  /// The first event that names an original; `nil` when none does.
  public func event(naming digest: Digest) throws(LedgerError) -> UInt64? {
    try row(of: digest) { UInt64($0.integer(0)) }
  }

  /// The SHA-512 that the first custody event to give one gives for an original, hexadecimal.
  public func sha512(of digest: Digest) throws(LedgerError) -> String? { try row(of: digest) { $0.text(1) } ?? nil }

  /// The originals whose digest begins with a byte: the 256th part of all.
  public func digests(beginningWith byte: UInt8) throws(LedgerError) -> Set<Digest> {
    try telling { () throws(SQLiteError) in
      defer { among.reset() }
      try among.bind(1, blob: [byte] + [UInt8](repeating: 0, count: Digest.byteCount - 1))
      try among.bind(2, blob: [byte] + [UInt8](repeating: 255, count: Digest.byteCount - 1))
      var found: Set<Digest> = []
      while try among.step() {
        if let digest = Digest(among.bytes(0)) { found.insert(digest) }
      }
      return found
    }
  }

  private func row<Value>(of digest: Digest, _ read: (borrowing Statement) -> Value) throws(LedgerError) -> Value? {
    try telling { () throws(SQLiteError) in
      defer { find.reset() }
      try find.bind(1, blob: digest.bytes)
      return try find.step() ? read(find) : nil
    }
  }

  private func telling<Value>(_ body: () throws(SQLiteError) -> Value) throws(LedgerError) -> Value {
    do throws(SQLiteError) { return try body() } catch { throw NamedOriginals.failed(error) }
  }

  private static func failed(_ error: SQLiteError) -> LedgerError {
    error.isFull ? .diskFull(path: place) : .inputOutput(path: place, reason: error.description)
  }
}
