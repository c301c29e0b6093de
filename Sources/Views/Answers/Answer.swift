public import Vocabulary

/// What a view says: the question asked, on both clocks, and its rows.
public struct Answer: Hashable, Sendable {
  /// The name of the view.
  public var view: String
  /// Valid time, T.
  public var at: Day
  /// How many events the ledger held at the known time asked for; `nil` means all.
  public var known: UInt64?
  /// The last day of publication allowed; `nil` means that publication did not matter.
  public var published: Day?
  /// The id of the profile that set rules and thresholds.
  public var profile: String
  /// How exactly sexual violence was shown; `nil` for a view that shows none of it.
  public var disclosure: DisclosureLevel?
  /// The columns of the rows.
  public var columns: [Column]
  /// The rows, in the order of their subjects.
  public var rows: [Row]

  public init(
    view: String, at: Day, known: UInt64?, published: Day?, profile: String,
    disclosure: DisclosureLevel? = nil, columns: [Column], rows: [Row]
  ) {
    self.view = view
    self.at = at
    self.known = known
    self.published = published
    self.profile = profile
    self.disclosure = disclosure
    self.columns = columns
    self.rows = rows
  }

  /// The value of a row in a named column; `none` when the view has no such column.
  public func cell(_ column: String, of row: Row) -> Cell {
    guard let place = columns.firstIndex(where: { $0.name.utf8.elementsEqual(column.utf8) }) else { return .none }
    return row.cells[place]
  }
}
