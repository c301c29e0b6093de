package import Ledger
internal import TransparencyLog
package import Vocabulary

/// What importing a table would append, without any effect.
///
/// A first release is only counted: its rows are looked at while their drafts are made, and the first that is wrong undoes
/// the append. A later release is read as a whole, since what it changes depends on all of its rows.
///
/// Memory: for a first release about 2 bytes a row, to find keys that stand twice, and at most 16 MiB; for a later one about
/// 50 bytes for every row that the ledger holds. Nothing else grows with the file.
package final class ImportPlan {
  package let file: TableFile
  package let request: ImportRequest
  /// The data set.
  package let dataSet: String
  /// The releases that are there already.
  package let earlier: [Release]
  /// What is to be done with each row of the file, in order; empty when all are new.
  private(set) var acts: [Act] = []
  /// The positions of rows that the file no longer has.
  package private(set) var retracted: [UInt64] = []
  private var counted = ImportSummary()
  /// The reference entries that are wanted before any row, as drafts.
  private(set) var references: [[UInt8]] = []
  /// The names that rows need.
  let names: NameBook
  /// References that are no names.
  private var others = 0
  /// What looks at the rows.
  private(set) var intake: RowIntake?
  /// Records that are no rows: the header, tags, blank lines.
  private(set) var asides: [Aside] = []
  private(set) var header: [String] = []
  /// How the file writes its records.
  private(set) var form: TableForm
  /// Who publishes the data set.
  private(set) var source = SourceDraft(key: "unknown", name: "unknown")
  /// The order of the rows that stayed; `nil` when it would be too long to keep.
  private(set) var order: String? = ""
  let standing: StandingRows?

  /// A record that is no row.
  struct Aside {
    var number: Int
    var cells: [String]
    var layout: String

    init(_ record: TableRecord) {
      number = record.number
      cells = record.texts
      layout = String(decoding: record.layout, as: UTF8.self)
    }
  }

  /// What is to be done with a row.
  enum Act: Equatable {
    case add
    /// The row at this position stays as it is.
    case keep(UInt64)
    /// The row at this position is corrected.
    case correct(UInt64)
  }

  /// Plans an import.
  ///
  /// - Parameters:
  ///   - directory: the names that the ledger knows.
  ///   - watch: gets the number of rows read, for progress.
  package init(
    _ file: TableFile, _ request: ImportRequest, in ledger: Ledger, directory: any Directory,
    watch: (UInt64) -> Void = { _ in }
  ) throws {
    self.file = file
    self.request = request
    form = file.form
    names = NameBook(directory: directory)
    let releases = try Release.all(in: ledger)
    dataSet = try DataSetChoice(request, releases).name
    earlier = releases.filter { [dataSet] in $0.table.dataSet.utf8.elementsEqual(dataSet.utf8) }
    if let there = earlier.last(where: { $0.table.digest == file.digest.hex }) {
      standing = nil
      counted.known = there.position
      return
    }
    standing = earlier.isEmpty ? nil : try StandingRows(earlier, in: ledger)
    let matching = try standing.map { try RowMatching($0, request, directory) }
    try read(matching, watch)
    names.source(source)
    references = names.takeDrafts()
    if let property = intake?.gazetteer { references.append(GazetteerDraft(self, property: property).bytes) }
    if let policy = request.mapping.map(PolicyDraft.init), try ledger.position(of: policy.id) == nil {
      references.append(policy.bytes)
    }
    others = references.count - names.count
    if let matching { try revise(matching) }
  }

  /// What the import comes to; of a first release, as far as its drafts were made.
  package var summary: ImportSummary {
    var summary = counted
    (summary.repeated, summary.repeatedKeys) = (intake?.repeated ?? 0, intake?.repeatedKeys ?? [])
    summary.names = names.count + others
    return summary
  }

  /// How many drafts there are to append, the report among them; a little more when a row is corrected by two.
  package var drafts: Int { 1 + references.count + counted.added + counted.corrected + counted.retracted }

  /// What tells of the same event as a record: the first record with its key, or the position where that stands.
  func first(of record: Int) -> (record: Int, position: UInt64?)? {
    guard let first = intake?.firsts[record] else { return nil }
    guard !acts.isEmpty else { return (first, nil) }
    switch acts[first - 1 - asides.count { $0.number < first }] {
    case .add: return (first, nil)
    case .keep(let position), .correct(let position): return (first, position)
    }
  }

  // MARK: Reading

  private func read(_ matching: RowMatching?, _ watch: (UInt64) -> Void) throws {
    let reader = try file.reader()
    var record = TableRecord()
    var hasNext = try reader.next(&record)
    if let names = reader.form.names {
      header = names
    } else if request.format.isOfLines {
      header = LinesImporter.header
    } else if request.format == .places, record.count == PlacesImporter.dumpColumns.count, record.integer(0) != nil {
      header = PlacesImporter.dumpColumns
    } else if hasNext {
      header = record.texts
      asides.append(Aside(record))
      hasNext = try reader.next(&record)
    }
    guard !header.isEmpty else {
      throw ExchangeError.notReadable(path: file.path, reason: "the file is empty", allowed: "a table with a header")
    }
    let intake = try RowIntake(file, request, header: header, names, matching)
    self.intake = intake
    source = intake.source
    var pen = DraftPen()
    var sieve: KeySieve?
    while hasNext {
      if record.number.isMultiple(of: 1024) { watch(UInt64(record.number)) }
      if intake.isAside(record) {
        try putAside(record)
      } else {
        counted.rows += 1
        if matching != nil {
          pen.restart()
          intake.take(record, to: &pen)
        } else if record.count == header.count {
          if sieve == nil { sieve = KeySieve(rows: file.size / UInt64(record.bytes.count + record.count)) }
          sieve?.add(intake.key(of: record))
        }
      }
      hasNext = try reader.next(&record)
    }
    try intake.check()
    if let sieve { intake.expectRepeated(sieve.suspects) }
    form = reader.form
    counted.added = counted.rows
  }

  private func putAside(_ record: TableRecord) throws(ExchangeError) {
    asides.append(ImportPlan.Aside(record))
    guard asides.count <= 301 else {
      throw .notReadable(
        path: file.name, reason: "more than 300 records are no rows: blank lines, or tags",
        allowed: "one header, one row of HXL tags, and few blank lines")
    }
  }

  // MARK: Revising

  private func revise(_ matching: RowMatching) throws {
    let matched = matching.match()
    acts = matched.acts
    counted.added = acts.count { $0 == .add }
    counted.kept = acts.count { if case .keep = $0 { true } else { false } }
    counted.corrected = acts.count - counted.added - counted.kept
    if !request.isPartial { retracted = matched.left }
    counted.retracted = retracted.count
    counted.missing = matched.left.count
    order = Order.encode(matched.order(without: request.isPartial ? [] : Set(retracted)))
    let standing = standing?.order.count ?? 0
    guard request.isComplete || request.isPartial || matched.left.count * 2 <= standing else {
      throw ExchangeError.unfit(
        "\(file.path) lacks \(matched.left.count) of the \(standing) rows that the ledger holds of the data set '\(dataSet)', "
          + "so importing it would retract them.\n"
          + "If it is another data set: --data-set NAME. If it is only a part: --partial. "
          + "If it is the whole new release: --complete.")
    }
  }
}
