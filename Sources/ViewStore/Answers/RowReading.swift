public import Views
internal import Vocabulary

/// An answer that is given row by row, so that its size does not matter: only the subjects that it is about are held.
///
/// The rows and their order are those of ``ViewStore/answer(_:from:)``; a test compares them. Views whose rows cannot be made
/// subject by subject, or are sorted as a whole, are held as before; they are short.
public final class RowReading {
  /// The answer without its rows, and the state of the ledger.
  public let head: Reading
  private let view: any View.Type
  private let assessing: Assessing
  private let filter: RowFilter
  private let source: Source
  private let batch: Int

  private enum Source {
    case subjects([String])
    case rows([Row])
  }

  /// How many subjects are assessed at a time at most.
  public static let usualBatch = 2_048
  /// How many subjects the first part has: little is known of them yet.
  private static let firstBatch = 2
  /// About how many events the rows of a part may name between them; what a part holds in memory follows from that, not
  /// from how many subjects it has.
  private static let mostNamed = 20_000

  init(_ store: ViewStore, _ question: Question, _ log: some FollowedLog, batch: Int) throws {
    self.batch = batch
    let moment = Moment(known: try question.asOf.count(in: log), published: question.publishedBy)
    let snapshot = try store.snapshot(at: moment, goingThrough: question.subjects == nil)
    try store.prepare(for: question, snapshot, log)
    let desk = Desk(snapshot)
    let facts = desk.references(question.disclosure, tellsIgnored: question.tellsIgnored)
    let lens = try Lens(question, facts)
    view = lens.view
    assessing = Assessing(
      store, lens, on: question.at, facts, snapshot, goingThrough: question.subjects == nil)
    if view.isWhole || view.isSorted {
      let whole = try store.answer(question, at: desk, log)
      source = .rows(whole.answer.rows)
    } else {
      source = .subjects(question.subjects(lens, facts) ?? view.subjects(at: question.at, facts: facts))
      facts.forgetEvents()
    }
    let empty = view.answer([Row](), at: question.at, facts: facts, profile: lens.profile)
    head = try store.reading(empty, snapshot, log)
    filter = try RowFilter(question, empty, facts)
    if let failure = snapshot.failure { throw failure }
  }

  /// Gives the rows in order; `body` answers whether to go on. May be called again.
  public func forEachRow(_ body: (Row) throws -> Bool) throws {
    switch source {
    case .rows(let rows):
      for row in rows where !(try body(row)) { return }
    case .subjects(let subjects): try forEachRow(of: subjects, body)
    }
  }

  /// Goes over all subjects for the rows of the first part, and over those with rows in later parts once more for each.
  private func forEachRow(of subjects: [String], _ body: (Row) throws -> Bool) throws {
    var later: [Int: [Int32]] = [:]
    guard
      try pass(subjects.indices, subjects, part: 0, body, { later[$0, default: []].append(Int32($1)) })
    else { return }
    for (part, indices) in later.sorted(by: { $0.key < $1.key }) {
      guard try pass(indices.map(Int.init), subjects, part: part, body, { _, _ in }) else { return }
    }
  }

  /// Gives the rows of one part; tells of subjects with rows in later parts.
  ///
  /// - Returns: whether to go on.
  private func pass(
    _ indices: some RandomAccessCollection<Int>, _ subjects: [String], part: Int, _ body: (Row) throws -> Bool,
    _ isLater: (_ part: Int, _ index: Int) -> Void
  ) throws -> Bool {
    var rest = indices[...]
    var size = min(RowReading.firstBatch, batch)
    while !rest.isEmpty {
      let some = Array(rest.prefix(size))
      rest = rest.dropFirst(some.count)
      let assessed = try assessing.rows(of: some.map { subjects[$0] })
      assessing.forget()
      size = nextSize(after: some.count, assessed)
      for (index, rows) in zip(some, assessed) {
        for part in Set(rows.map(view.part)) where part > 0 { isLater(part, index) }
        for row in rows where view.part(of: row) == part && filter.accepts(row) {
          guard try body(row) else { return false }
        }
      }
    }
    return true
  }

  /// How many subjects to take next, when the next ones are like the last; at most four times as many, for they may not be.
  private func nextSize(after size: Int, _ assessed: [[Row]]) -> Int {
    let named = assessed.joined().reduce(0) { $0 + $1.namedEvents }
    let fitting = size * RowReading.mostNamed / max(named, 1)
    return max(1, min(fitting, 4 * size, batch))
  }
}

extension Row {
  /// How many events it names in all, with repetition.
  fileprivate var namedEvents: Int {
    (because + against).reduce(ignored.count) { $0 + $1.events.count + $1.rivals.count }
  }
}

extension ViewStore {
  /// Prepares to answer a question row by row; follow the log before.
  ///
  /// - Throws: as ``answer(_:from:)``.
  public func rows(
    of question: Question, from log: some FollowedLog, batch: Int = RowReading.usualBatch
  ) throws -> RowReading {
    try converting { try RowReading(self, question, log, batch: batch) }
  }
}
