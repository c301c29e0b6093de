internal import Vocabulary

/// Looks at every row of a table once: what is wrong with it, and whether its key stands twice.
final class RowIntake {
  private let file: TableFile
  private let header: [String]
  private let headerBytes: Int
  private let headerHash: RowHash
  /// The columns that the events keep.
  let kept: [Int]
  let importer: any Importer
  private let matching: RowMatching?
  private var problems: Problems
  private var key: [UInt8] = []
  private var memory: [UInt8] = []
  /// Which keys may stand twice; `nil` when all are asked about.
  private var suspects: Set<UInt64>?
  /// Of each key that may stand twice the first record that has it.
  private var seen: [UInt64: Int] = [:]
  /// Of each further record with a key, the first one.
  private(set) var firsts: [Int: Int] = [:]
  /// Rows whose key an earlier row has, and the first of them with their keys.
  private(set) var repeated = 0
  private(set) var repeatedKeys: [(row: Int, key: String)] = []

  init(
    _ file: TableFile, _ request: ImportRequest, header: [String], _ names: NameBook, _ matching: RowMatching?
  ) throws(ExchangeError) {
    self.file = file
    self.header = header
    self.matching = matching
    headerBytes = header.reduce(0) { $0 + $1.utf8.count + 3 }
    problems = Problems(header: header)
    do throws(ColumnProblems) { importer = try request.importer(header: header, names: names) } catch {
      throw .refused(file: file.name, error.problems, count: error.problems.count)
    }
    kept = header.indices.filter { [importer] in !importer.leavesOut(header[$0]) }
    headerHash = RowHash(header: kept.map { header[$0] })
  }

  /// Who publishes the data set.
  var source: SourceDraft { importer.source }

  /// The column whose codes name the places of boundaries; `nil` for a table of another format.
  var gazetteer: String? {
    guard let places = importer as? PlacesImporter, header.contains("geometry") else { return nil }
    return header[places.keyColumn]
  }

  /// Refuses the table when anything is wrong with it.
  func check() throws(ExchangeError) {
    if problems.count > 0 { throw .refused(file: file.name, problems.kept, count: problems.count) }
  }

  /// Whether anything was wrong so far.
  var hasProblems: Bool { problems.count > 0 }

  /// Whether a record is no row: a blank line, or tags.
  func isAside(_ record: TableRecord) -> Bool {
    isBlank(record) || (record.count == header.count && importer.isAside(record))
  }

  /// Looks at the next row, and writes the members of its draft.
  func take(_ record: TableRecord, to pen: inout DraftPen) {
    guard record.count == header.count else { return problems.add(ragged(record)) }
    importer.write(record, to: &pen, &problems)
    checkLength(record, draft: pen.count)
    let hash = key(of: record)
    if suspects?.contains(hash.high) ?? true {
      if let first = seen[hash.high] {
        noteRepeated(record)
        firsts[record.number] = first
      } else {
        seen[hash.high] = record.number
      }
    }
    guard let matching else { return }
    let content = kept.count == header.count ? record : record.with(only: kept)
    matching.add(hash, RowHash(header: headerHash, content, into: &memory))
  }

  /// The key of a row.
  func key(of record: TableRecord) -> RowHash {
    key.removeAll(keepingCapacity: true)
    importer.key(of: record, into: &key)
    return RowHash(key)
  }

  /// Only these keys may stand twice; said before the first row is taken.
  func expectRepeated(_ keys: Set<UInt64>) { suspects = keys }

  private func isBlank(_ record: TableRecord) -> Bool {
    record.count == 1 && header.count > 1 && record.isEmpty(0)
  }

  private func ragged(_ record: TableRecord) -> RowProblem {
    RowProblem(
      row: record.number, value: record.text(0),
      reason: "the row has \(record.count) cells where the header has \(header.count)",
      allowed: "as many cells as the header; a cell with a delimiter in it must be quoted")
  }

  private func checkLength(_ record: TableRecord, draft: Int) {
    var bytes = draft + record.bytes.count * 9 / 8 + record.count * 3 + headerBytes + 600
    guard bytes > 65_000 else { return }
    for (column, name) in header.enumerated() where importer.leavesOut(name) {
      bytes -= record.range(column).count * 9 / 8
    }
    guard bytes > 65_000 else { return }
    problems.add(
      RowProblem(
        row: record.number, value: record.text(0), reason: "the row would make an event of about \(bytes) bytes",
        allowed: "at most 65,535 bytes; shorten the longest cell in a copy of the file"))
  }

  private func noteRepeated(_ record: TableRecord) {
    repeated += 1
    if repeatedKeys.count < 5 {
      repeatedKeys.append((record.number, String(decoding: key, as: UTF8.self)))
    }
  }
}
