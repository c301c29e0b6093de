/// One row of a view with everything that can be asked of it: why, why not, and how sure.
public struct Row: Hashable, Sendable {
  /// Names the row within its view, for example a place id; stable between two known times, so that answers can be compared.
  public var key: String
  /// The values, one for each column of the view.
  public var cells: [Cell]
  /// The rules and events the row rests on.
  public var because: [Reason]
  /// What stands against it.
  public var against: [Reason]
  /// What was looked at and did not count.
  public var ignored: [Ignored]
  /// How many independent roots the row rests on.
  public var roots: Int
  /// The best grade among the events it rests on; `nil` when it rests on none.
  public var grade: Admiralty?
  /// Positions of the disputes that are open against any event of the row.
  public var disputes: [UInt64]
  /// Digests of the values of those events that were redacted.
  public var redactions: [String]

  public init(
    key: String, cells: [Cell], because: [Reason] = [], against: [Reason] = [], ignored: [Ignored] = [],
    roots: Int = 0, grade: Admiralty? = nil, disputes: [UInt64] = [], redactions: [String] = []
  ) {
    self.key = key
    self.cells = cells
    self.because = because
    self.against = against
    self.ignored = ignored
    self.roots = roots
    self.grade = grade
    self.disputes = disputes
    self.redactions = redactions
  }

  /// The row of a subject of which nothing stands: its name in the first column and the word in the column of the status.
  static func silent(
    _ subject: String, _ word: String = "unknown: no evidence", in status: String = "status", of view: any View.Type,
    _ rule: String
  ) -> Row {
    let cells = view.columns.enumerated().map { place, column -> Cell in
      place == 0 ? .text(subject) : column.name.utf8.elementsEqual(status.utf8) ? .text(word) : .none
    }
    return Row(key: subject, cells: cells, because: [Reason(rule)])
  }

  /// The events the row rests on, ascending and without repetition.
  public var events: [UInt64] {
    Array(Set(because.flatMap { $0.events + $0.rivals })).sorted()
  }
}
