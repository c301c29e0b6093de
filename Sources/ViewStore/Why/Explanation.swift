public import Views

/// A row of a view with every event that made it what it is: the answer to `why`.
public struct Explanation: Sendable {
  /// The question asked and the one row that it is about.
  public var reading: Reading
  /// The events that the row names, by position.
  public var exhibits: [UInt64: Exhibit]
  /// The rules that the row names, with their sentences.
  public var sentences: [String: String]

  /// The row.
  public var row: Row { reading.answer.rows[0] }
}
