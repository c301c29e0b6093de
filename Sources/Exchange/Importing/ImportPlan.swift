package import Ledger
internal import TransparencyLog
package import Vocabulary

/// What importing a table would append: made by reading the table once, without any effect.
///
/// Memory: for a first release about 30 bytes a row, to find keys that stand twice; for a later one about 50 bytes for
/// every row that the ledger holds. Nothing else grows with the file.
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
  package private(set) var summary = ImportSummary()
  /// The reference entries that are wanted, as drafts.
  package private(set) var references: [[UInt8]] = []
  /// Records that are no rows: the header, tags, blank lines.
  private(set) var asides: [Aside] = []
  /// Of each record whose key an earlier one has, the first one.
  private var firsts: [Int: Int] = [:]
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
    let releases = try Release.all(in: ledger)
    dataSet = try DataSetChoice(request, releases).name
    earlier = releases.filter { [dataSet] in $0.table.dataSet.utf8.elementsEqual(dataSet.utf8) }
    if let there = earlier.last(where: { $0.table.digest == file.digest.hex }) {
      standing = nil
      summary.known = there.position
      return
    }
    standing = earlier.isEmpty ? nil : try StandingRows(earlier, in: ledger)
    let matching = try standing.map { try RowMatching($0, request, directory) }
    try read(matching, directory, watch)
    if let policy = request.mapping.map(PolicyDraft.init), try ledger.position(of: policy.id) == nil {
      references.append(policy.bytes)
    }
    if let matching { try revise(matching) }
  }

  /// How many drafts there are to append, the report among them; a little more when a row is corrected by two.
  package var drafts: Int { 1 + references.count + summary.added + summary.corrected + summary.retracted }

  /// What tells of the same event as a record: the first record with its key, or the position where that stands.
  func first(of record: Int) -> (record: Int, position: UInt64?)? {
    guard let first = firsts[record] else { return nil }
    guard !acts.isEmpty else { return (first, nil) }
    switch acts[first - 1 - asides.count { $0.number < first }] {
    case .add: return (first, nil)
    case .keep(let position), .correct(let position): return (first, position)
    }
  }

  // MARK: Reading

  private func read(_ matching: RowMatching?, _ directory: any Directory, _ watch: (UInt64) -> Void) throws {
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
    let names = NameBook(directory: directory)
    let intake = try RowIntake(file, request, header: header, names, matching)
    while hasNext {
      if record.number.isMultiple(of: 1024) { watch(UInt64(record.number)) }
      try intake.take(record)
      hasNext = try reader.next(&record)
    }
    try intake.check()
    source = intake.source
    names.source(source)
    form = reader.form
    references = names.drafts
    if let places = intake.gazetteer { references.append(GazetteerDraft(self, property: places).bytes) }
    asides += intake.asides
    firsts = intake.firsts
    summary = intake.summary
    summary.added = summary.rows
  }

  // MARK: Revising

  private func revise(_ matching: RowMatching) throws {
    let matched = matching.match()
    acts = matched.acts
    summary.added = acts.count { $0 == .add }
    summary.kept = acts.count { if case .keep = $0 { true } else { false } }
    summary.corrected = acts.count - summary.added - summary.kept
    if !request.isPartial { retracted = matched.left }
    summary.retracted = retracted.count
    summary.missing = matched.left.count
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
