/// The difference between two answers of the same view: what entered, left and changed, and which events did it.
///
/// Pure, and blind to which clock was moved: compare two days, two known times, two profiles or two ledgers alike.
public struct Comparison: Hashable, Sendable {
  /// Rows whose key only the later answer has.
  public var added: [Row] = []
  /// Rows whose key only the earlier answer has.
  public var removed: [Row] = []
  /// Rows that both have and that differ in a cell, in their grade or roots, or in the events they rest on.
  public var changed: [Change] = []

  /// What changed in one row.
  public struct Change: Hashable, Sendable {
    /// The key of the row.
    public var key: String
    /// The cells that differ.
    public var cells: [CellChange]
    /// Events that the later row rests on and the earlier did not.
    public var entered: [UInt64]
    /// Events that the earlier row rested on and the later does not.
    public var left: [UInt64]
  }

  /// One differing value; `column` is `roots` or `grade` for those two.
  public struct CellChange: Hashable, Sendable {
    public var column: String
    public var was: Cell
    public var now: Cell
  }

  /// Whether nothing differs.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// Events that rows rested on and rest on no more.
  public var left: Set<UInt64> { Set(removed.flatMap(\.events) + changed.flatMap(\.left)) }

  /// Compares the answers of one view, row by row of the same key.
  public init(from earlier: Answer, to later: Answer) {
    precondition(earlier.view.utf8.elementsEqual(later.view.utf8), "answers of two different views cannot be compared")
    var before = Dictionary(earlier.rows.map { (Array($0.key.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    for row in later.rows {
      guard let old = before.removeValue(forKey: Array(row.key.utf8)) else {
        added.append(row)
        continue
      }
      if let change = Comparison.change(old, row, later.columns) { changed.append(change) }
    }
    removed = earlier.rows.filter { before[Array($0.key.utf8)] != nil }
  }

  private static func change(_ old: Row, _ new: Row, _ columns: [Column]) -> Change? {
    var cells: [CellChange] = []
    for (column, (was, now)) in zip(columns, zip(old.cells, new.cells)) where was != now {
      cells.append(CellChange(column: column.name, was: was, now: now))
    }
    if old.roots != new.roots {
      cells.append(CellChange(column: "roots", was: .number(old.roots), now: .number(new.roots)))
    }
    if old.grade != new.grade {
      cells.append(CellChange(column: "grade", was: Cell(old.grade?.description), now: Cell(new.grade?.description)))
    }
    let (before, after) = (Set(old.events), Set(new.events))
    guard !cells.isEmpty || before != after else { return nil }
    return Change(
      key: new.key, cells: cells, entered: after.subtracting(before).sorted(), left: before.subtracting(after).sorted())
  }
}
