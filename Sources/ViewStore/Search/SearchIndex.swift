internal import Leaf
internal import SQLite
internal import Schemas
internal import Vocabulary

/// The index of words of a ledger, in a file of its own beside the views.
///
/// It is followed when somebody searches, not when views are: building it costs as much as building the views, most
/// readings of a ledger search nothing, and an append that kept it up to date would pay for it every time. It holds no text and no
/// protected value, so that a redaction has nothing to purge here; and it is never trusted: it only says where to look.
///
/// Any number of processes may follow and read it at the same time.
public struct SearchIndex: Sendable {
  /// The path of `search.sqlite`.
  public let path: String
  /// How many events one transaction takes when the index is followed up; tests make it small.
  package var batch: UInt64 = 20_000

  /// The index at a path. Nothing is read yet.
  public init(at path: String) { self.path = path }

  /// Rises whenever the words of an event change: with the tables, the spellings or the lines that lists show.
  static let format: Int64 = 1

  /// Locks, opening and exchanging are those of the views.
  private var store: ViewStore { ViewStore(at: path) }

  /// Whether there is an index.
  public var exists: Bool { store.exist }

  /// How many events of a log it covers, from the first; `nil` when there is none that fits this log and this program.
  public func covered(_ log: some FollowedLog) -> UInt64? {
    guard exists, let source = try? store.reading() else { return nil }
    return try? SearchIndex.covered(log, source)
  }

  /// Brings the index up to the size of the log; builds it anew when it does not fit the log or this program.
  ///
  /// Where the folder may not be written it stays as it is.
  ///
  /// - Parameters:
  ///   - waiting: how many seconds to wait for another process that is at it.
  ///   - progress: told after every batch.
  /// - Returns: how many events it covers.
  @discardableResult
  public func follow(
    _ log: some FollowedLog, waiting: Int = 600, progress: (Progress) -> Void = { _ in }
  ) throws -> UInt64 {
    try store.converting {
      let size = try log.size()
      if covered(log) == size { return size }
      guard let lock = try store.writersLock(waiting: waiting, unless: { covered(log) == size }) else {
        return covered(log) ?? 0
      }
      if covered(log) == nil {
        try build(log, size, progress)
      } else {
        let source = try StatementSource(path, .readWrite, busyMilliseconds: 60_000)
        try source.useWriteAheadLog()
        try fill(source, log, size, progress)
      }
      _ = consume lock
      return size
    }
  }

  /// Builds the index anew, whatever there was.
  public func rebuild(_ log: some FollowedLog, waiting: Int = 600, progress: (Progress) -> Void = { _ in }) throws {
    try store.converting {
      guard let lock = try store.writersLock(waiting: waiting, unless: { false }) else {
        throw ViewStoreError.readOnly(path: path)
      }
      try build(log, try log.size(), progress)
      _ = consume lock
    }
  }

  /// Gives the positions of all events that can match, within a range that the index covers, in order or backwards; `body`
  /// answers whether to go on.
  public func forEach(
    _ query: SearchQuery, in range: Range<UInt64>, backwards: Bool = false, _ body: (UInt64) throws -> Bool
  ) throws {
    try store.converting {
      let source = try store.reading()
      let select = try source.prepare(backwards ? SearchIndex.last : SearchIndex.first)
      try select.bind(1, text: query.expression)
      try select.bind(2, Int64(clamping: range.lowerBound))
      try select.bind(3, Int64(clamping: range.upperBound))
      while try select.step() {
        guard try body(UInt64(select.integer(0))) else { return }
      }
    }
  }

  static let first = "SELECT rowid FROM word WHERE word MATCH ?1 AND rowid >= ?2 AND rowid < ?3 ORDER BY rowid"
  static let last = first + " DESC"
}

extension SearchIndex {
  /// Into a file of its own, which nobody reads before it is whole.
  private func build(_ log: some FollowedLog, _ size: UInt64, _ progress: (Progress) -> Void) throws {
    let files = store.files
    ViewFiles.remove(files.new)
    do {
      let source = try StatementSource(files.new, .create)
      try source.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768")
      guard let sql = Schemas.file("search_001.sql") else { preconditionFailure("search_001.sql is not embedded") }
      try source.transaction {
        try source.execute(String(decoding: sql, as: UTF8.self))
        // Fewer and larger runs, which are merged once.
        try source.execute("INSERT INTO word(word, rank) VALUES('hashsize', 16777216)")
        let insert = try source.prepare("INSERT INTO indexed VALUES(1, 0, ?1, ?2, ?3)")
        try insert.bind(1, blob: try log.root(at: 0))
        try insert.bind(2, SearchIndex.format)
        try insert.bind(3, Event.version)
        try insert.run()
      }
      try fill(source, log, size, progress)
      try source.execute("PRAGMA journal_mode = WAL")
    } catch {
      ViewFiles.remove(files.new)
      throw error
    }
    try files.exchange()
  }

  private func fill(
    _ source: StatementSource, _ log: some FollowedLog, _ size: UInt64, _ progress: (Progress) -> Void
  ) throws {
    let insert = try source.prepare("INSERT INTO word(rowid, spelling) VALUES(?1, ?2)")
    let advance = try source.prepare("UPDATE indexed SET size = ?1, root = ?2")
    var done = try source.integer("SELECT size FROM indexed").map { UInt64($0) } ?? 0
    while done < size {
      let end = min(size, done + batch)
      try source.transaction {
        var next = done
        try unsafe log.read(done..<end) { position, leaf in
          if let document = try? Document(unsafe [UInt8](leaf), as: .trusted) {
            try insert.bind(1, Int64(position))
            try insert.bind(2, text: SearchIndex.spellings(Event(document)))
            try insert.run()
          }
          next = position + 1
          return true
        }
        guard next == end else { throw LogEnded(expected: end, found: next) }
        try advance.bind(1, Int64(end))
        try advance.bind(2, blob: try log.root(at: end))
        try advance.run()
      }
      done = end
      progress(Progress(done: done, total: size))
    }
  }

  /// Every spelling of every word of an event, with spaces between.
  private static func spellings(_ event: Event) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in event.indexedTexts {
      SearchWord.forEach(in: text) { word in
        word.forEachSpelling { _, spelling in
          bytes += spelling
          bytes.append(0x20)
        }
      }
    }
    return bytes
  }

  private static func covered(_ log: some FollowedLog, _ source: StatementSource) throws -> UInt64? {
    guard try source.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'indexed'") == 1 else { return nil }
    let select = try source.prepare("SELECT size, root, format, vocabulary FROM indexed")
    guard try select.step(), select.integer(2) == format, select.integer(3) == Event.version else { return nil }
    let size = UInt64(select.integer(0))
    guard size <= (try log.size()), try log.root(at: size) == select.bytes(1) else { return nil }
    return size
  }
}
