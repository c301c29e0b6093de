internal import SQLite
internal import Schemas
internal import Views
internal import Vocabulary

/// The facts of each subject side by side, in a file beside the views: what a picture of a whole country is read from.
///
/// In `views.sqlite` the facts about one place lie all over a long war, one to a page, each with a second look-up for its
/// stamp. A sheet has all of them in one piece, by month where the projection files so. Rows of facts and stamps never
/// change but for the end of known time, so sheets only grow; ends that came after a sheet was begun are looked up in the
/// views. Filled on demand by whoever asks about a whole country, used only when they are exactly as far as the views, and
/// compared with a replay by ``ViewStore/verify(_:progress:)``.
struct Sheets {
  /// A ledger of fewer events is read fast enough without.
  static let worthwhile: UInt64 = 20_000
  /// When more rows have ended since the sheets were begun, they are begun anew.
  static let mostEnds = 20_000

  let views: ViewStore
  /// The path of the file.
  var path: String { Sheets.path(beside: views.path) }
  /// Locks, opening and exchanging are those of the views.
  private var store: ViewStore { ViewStore(at: path) }

  init(of views: ViewStore) { self.views = views }

  /// Where the sheets of the views at a path lie.
  static func path(beside views: String) -> String { views + ".sheets" }

  /// What the sheets were made with: they are begun anew when it changes.
  static let format: String = {
    let projections = Views.projections.filter { $0.filesByMonth }.map { "\($0.name) \($0.version)" }
    return (["2", "\(Layout.format)", "\(Event.version)"] + projections).joined(separator: ", ")
  }()

  /// The projections that are kept in sheets, with their numbers in the views.
  static let projections: [Int64] = Views.projections.enumerated().filter { $0.element.filesByMonth }.map {
    Int64($0.offset)
  }

  /// The number of the reference facts in the views; of these, who says a report and what it derives from is kept.
  static let references = Int64(Views.projections.firstIndex { $0.name == ReferenceFacts.name } ?? -1)

  /// Which reports lie side by side with the one at a position.
  static func chunk(ofReport position: UInt64) -> UInt64 { position >> 12 }

  /// Under which subject they do.
  static func subject(ofChunk chunk: UInt64) -> String { "report:\(chunk)" }

  /// Whether they are exactly as far as a snapshot of the views.
  func show(_ snapshot: Snapshot) -> Bool {
    Filled.read(path)?.isOf(size: snapshot.followed, root: snapshot.root) ?? false
  }

  /// Fills the sheets up to what the views have followed. Where the folder may not be written, they stay as they are.
  func follow(_ log: some FollowedLog, waiting: Int = 600) throws {
    let source = try views.reading()
    let followed = try Followed(source)
    if Filled.read(path)?.isOf(followed) ?? false { return }
    let isDone = { Filled.read(path)?.isOf(followed) ?? false }
    guard let lock = try store.writersLock(waiting: waiting, unless: isDone) else { return }
    if let filled = Filled.read(path), try isContinued(filled, by: followed, log, source) {
      let sheets = try StatementSource(path, .readWrite, busyMilliseconds: 60_000)
      try sheets.useWriteAheadLog()
      try sheets.transaction { try SheetFilling(sheets, source).fill(from: filled.size, to: followed) }
    } else {
      try begin(source, followed)
    }
    _ = consume lock
  }

  /// Makes them in a file of their own, which nobody reads before it is whole.
  private func begin(_ source: StatementSource, _ followed: Followed) throws {
    let files = store.files
    do {
      let sheets = try Sheets.create(files.new)
      try sheets.transaction { try SheetFilling(sheets, source).fill(from: 0, to: followed) }
      try sheets.execute("PRAGMA journal_mode = WAL")
    } catch {
      ViewFiles.remove(files.new)
      throw error
    }
    try files.exchange()
  }

  /// Empty sheets at a path, in place of what is there.
  static func create(_ path: String) throws -> StatementSource {
    ViewFiles.remove(path)
    let sheets = try StatementSource(path, .create)
    try sheets.execute("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    guard let sql = Schemas.file("sheets_001.sql") else { preconditionFailure("sheets_001.sql is not embedded") }
    try sheets.execute(String(decoding: sql, as: UTF8.self))
    return sheets
  }

  /// Whether the views go on from where the sheets end.
  private func isContinued(
    _ filled: Filled, by followed: Followed, _ log: some FollowedLog, _ source: StatementSource
  ) throws -> Bool {
    guard filled.format == Sheets.format, filled.size <= followed.size, try log.root(at: filled.size) == filled.root
    else { return false }
    let select = try source.prepare("SELECT count(*) FROM (\(SheetSQL.closed) LIMIT \(Sheets.mostEnds + 1))")
    try select.bind(1, Int64(filled.base))
    return try select.step() && select.integer(0) <= Int64(Sheets.mostEnds)
  }
}

/// How far sheets are filled: the one row of `filled`.
struct Filled {
  var size: UInt64
  var root: [UInt8]
  var format: String
  /// The size of the log when they were begun anew.
  var base: UInt64

  init(_ sheets: StatementSource) throws {
    let select = try sheets.prepare("SELECT size, root, format, base FROM filled")
    guard try select.step() else {
      throw ViewStoreError.store(path: sheets.path, reason: "the table filled is empty", busy: false)
    }
    size = UInt64(clamping: select.integer(0))
    root = select.bytes(1)
    format = select.text(2) ?? ""
    base = UInt64(clamping: select.integer(3))
  }

  /// What stands at a path; `nil` when there is nothing that can be read.
  static func read(_ path: String) -> Filled? {
    guard ViewStore(at: path).exist, let sheets = try? ViewStore(at: path).reading() else { return nil }
    return try? Filled(sheets)
  }

  /// Whether they are exactly as far as views, of the same events.
  func isOf(_ followed: Followed) -> Bool { isOf(size: followed.size, root: followed.root) }

  /// The same, of views that are as far as that.
  func isOf(size: UInt64, root: [UInt8]) -> Bool {
    format == Sheets.format && self.size == size && self.root == root
  }
}
