public import Views

/// A row of a view with every event that made it what it is: the answer to `why`.
public struct Explanation: Sendable {
  /// The question asked and the one row that it is about.
  public var reading: Reading
  /// What did not count and is told, in the order of the row: all of it, or of each rule the newest.
  public var told: [Ignored]
  /// The events that the row names and that are told, by position.
  public var exhibits: [UInt64: Exhibit]
  /// The rules that the row names, with their sentences.
  public var sentences: [String: String]

  /// The row.
  public var row: Row { reading.answer.rows[0] }

  /// How many events a rule set aside, apart from those that are told.
  public func untold(of rule: String) -> Int {
    row.ignored.count { $0.rule == rule } - told.count { $0.rule == rule }
  }
}
