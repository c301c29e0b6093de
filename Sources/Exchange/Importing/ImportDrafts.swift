internal import Leaf
package import Ledger
package import Vocabulary

/// The drafts of a planned import, one after the other: the source, the report, names, rows, corrections, retractions.
///
/// The table is read anew, so that memory does not grow with it. Of a first release the rows are looked at here: at the first
/// wrong one the drafts end with an error, so that nothing is appended, and ``refusal()`` tells all that is wrong.
@safe
package final class ImportDrafts: DraftSource {
  private let plan: ImportPlan
  private let ids: ImportIDs
  private let reader: any TableReader
  private let intake: RowIntake
  private let revision: RowRevision?
  private var record = TableRecord()
  private var pen = DraftPen()
  private var problems: Problems
  private var waiting: [[UInt8]] = []
  private var memory: UnsafeMutableRawBufferPointer = .allocate(byteCount: 1 << 17, alignment: 16)
  private let header: [UInt8]
  private let report: String
  private var asides: ArraySlice<ImportPlan.Aside>
  private var rowsRead = 0
  private var retractions = 0
  private var given = 0
  private let watch: (UInt64) -> Void
  private let atEnd: () throws(LedgerError) -> Void
  private var isEnded = false

  /// - Parameters:
  ///   - day: the day on which it is imported.
  ///   - watch: gets the number of drafts, for progress.
  ///   - atEnd: called once after the last draft, before the append can succeed: the time to keep the file.
  package init(
    _ plan: ImportPlan, in ledger: Ledger, directory: any Directory, day: String,
    watch: @escaping (UInt64) -> Void = { _ in }, atEnd: @escaping () throws(LedgerError) -> Void = {}
  ) throws {
    guard let intake = plan.intake else { preconditionFailure("what is there already is not imported again") }
    self.plan = plan
    self.intake = intake
    self.watch = watch
    self.atEnd = atEnd
    ids = ImportIDs(dataSet: plan.dataSet, digest: plan.file.digest)
    report = ids.report.description
    reader = try plan.file.reader()
    revision = try plan.standing.map { try RowRevision($0, plan.request, directory) }
    problems = Problems(header: plan.header)
    asides = plan.asides[...]
    var pen = DraftPen()
    pen.open(nil, "[")
    for column in intake.kept { pen.text(nil, plan.header[column]) }
    pen.close("]")
    header = pen.bytes
    waiting = plan.references.filter { $0.starts(with: ImportDrafts.sourceStart) }
    waiting.append(try ReportDraft(plan, id: ids.report, day: day).bytes)
    waiting += plan.references.filter { !$0.starts(with: ImportDrafts.sourceStart) }
    waiting.reverse()
  }

  deinit { unsafe memory.deallocate() }

  private static let sourceStart = Array(#"{"kind":"source""#.utf8)

  @unsafe
  package func next() throws(LedgerError) -> (line: Int, draft: UnsafeRawBufferPointer)? {
    given += 1
    if given.isMultiple(of: 256) { watch(UInt64(given)) }
    if let first = waiting.popLast() {
      return unsafe first.withUnsafeBytes { unsafe present($0) }
    }
    do {
      if try nextRow() {
        guard let first = waiting.popLast() else { return unsafe pen.withBytes { unsafe present($0) } }
        return unsafe first.withUnsafeBytes { unsafe present($0) }
      }
    } catch let error as LedgerError { throw error } catch let error as ExchangeError {
      throw .inputOutput(path: plan.file.path, reason: error.message)
    } catch { throw .inputOutput(path: plan.file.path, reason: "\(error)") }
    guard retractions < plan.retracted.count else {
      if !isEnded { try atEnd() }
      isEnded = true
      return nil
    }
    let position = plan.retracted[retractions]
    retractions += 1
    writeRetraction(of: position, ids.id(.retract, position), reason: goneReason)
    return unsafe pen.withBytes { unsafe present($0) }
  }

  @unsafe
  private func present(_ draft: UnsafeRawBufferPointer) -> (line: Int, draft: UnsafeRawBufferPointer) {
    if unsafe draft.count > memory.count {
      unsafe memory.deallocate()
      unsafe memory = .allocate(byteCount: draft.count * 2, alignment: 16)
    }
    unsafe memory.copyMemory(from: draft)
    return unsafe (record.number, UnsafeRawBufferPointer(rebasing: memory[..<draft.count]))
  }

  /// Makes the draft of the next row that has one; several are left waiting.
  private func nextRow() throws -> Bool {
    while try reader.next(&record) {
      if asides.first?.number == record.number {
        asides.removeFirst()
        continue
      }
      let act = plan.acts.isEmpty ? .add : plan.acts[rowsRead]
      rowsRead += 1
      switch act {
      case .keep: continue
      case .add:
        try writeRow()
        let names = plan.names.takeDrafts()
        if !names.isEmpty { waiting = [pen.bytes] + names.reversed() }
        return true
      case .correct(let position):
        let drafts = try correct(position)
        guard !drafts.isEmpty else { continue }
        waiting = drafts.reversed()
        return true
      }
    }
    return false
  }

  /// Everything that is wrong with the rows, those included that were not reached; `nil` when nothing is.
  ///
  /// To be asked after the append failed, when nobody asks for drafts any more.
  package func refusal() throws -> ExchangeError? {
    guard plan.standing == nil, intake.hasProblems else { return nil }
    while try reader.next(&record) {
      if asides.first?.number == record.number {
        asides.removeFirst()
        continue
      }
      pen.restart()
      intake.take(record, to: &pen)
    }
    do throws(ExchangeError) { try intake.check() } catch { return error }
    return nil
  }

  // MARK: Drafts

  private func writeRow() throws(ExchangeError) {
    pen.restart()
    pen.open()
    pen.text("id", ids.id(.row, UInt64(record.number)).description)
    if plan.standing == nil {
      intake.take(record, to: &pen)
      // What is wrong is told with all the rest, once nothing can be appended any more.
      if intake.hasProblems { throw .unfit("a row of \(plan.file.path) is wrong") }
    } else {
      intake.importer.write(record, to: &pen, &problems)
    }
    pen.open("original")
    pen.texts("cells", record, intake.kept)
    pen.json("header", header)
    if !record.layout.isEmpty { pen.text("layout", record.layout) }
    pen.integer("row", Int64(record.number))
    pen.close()
    if let first = plan.first(of: record.number) {
      writeEdge("same", first.position.map { "#\($0)" } ?? ids.id(.row, UInt64(first.record)).description)
    }
    if !pen.hasSaid { writeSaid() }
    pen.close()
  }

  private func writeSaid() {
    pen.open("said")
    pen.text("report", report)
    pen.close()
  }

  /// A correction; or, when the row has become an event of another kind, a retraction and a new row.
  private func correct(_ position: UInt64) throws -> [[UInt8]] {
    guard let revision else { return [] }
    try writeRow()
    let new = pen.bytes
    guard let changes = try revision.changes(of: position, to: new) else {
      writeRetraction(
        of: position, ids.id(.retract, position),
        reason: "the row became an event of another kind in \(plan.releaseName)")
      return [pen.bytes, new]
    }
    guard !changes.isEmpty else { return [] }
    pen.restart()
    pen.open()
    pen.text("id", ids.id(.correct, position).description)
    pen.text("kind", "correct")
    pen.open("payload")
    pen.open("changes", "[")
    for change in changes {
      pen.open()
      pen.text("field", change.field)
      if let old = change.old { pen.json("old", old.encode()) }
      if let new = change.new { pen.json("new", new.encode()) }
      pen.close()
    }
    pen.close("]")
    pen.text("reason", "the row reads otherwise in \(plan.releaseName)")
    pen.close()
    writeEdge("corrects", "#\(position)")
    writeSaid()
    pen.close()
    return [pen.bytes]
  }

  private var goneReason: String { "no longer in \(plan.releaseName)" }

  private func writeRetraction(of position: UInt64, _ id: EventID, reason: String) {
    pen.restart()
    pen.open()
    pen.text("id", id.description)
    pen.text("kind", "retract")
    pen.open("payload")
    pen.text("reason", reason)
    pen.close()
    writeEdge("retracts", "#\(position)")
    writeSaid()
    pen.close()
  }

  private func writeEdge(_ relation: String, _ event: String) {
    pen.open("refs", "[")
    pen.open()
    pen.text("rel", relation)
    pen.text("event", event)
    pen.close()
    pen.close("]")
  }
}

extension ImportPlan {
  /// The release for the reasons of its corrections: `release 24.1 of ucdp-ged`.
  package var releaseName: String {
    "release \(request.release ?? "\(earlier.count + 1)") of \(dataSet)"
  }
}
