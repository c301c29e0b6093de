/// The statements that tell what a step along one of the clocks can have changed.
enum HistorySQL {
  /// Events whose standing the event at position ?1 changed, itself not among them: rows that it wrote for others.
  static let restamped = "SELECT id >> 18 FROM standing WHERE known_from = ?1 AND known_from <> id >> 18"

  /// The same: rows that it ended.
  static let closed = "SELECT id >> 18 FROM standing WHERE known_to = ?1 AND known_to <> 2147483647"

  /// What any version of the events with facts ?1 to ?2 states something about.
  static let keys = "SELECT projection, subject FROM fact WHERE id BETWEEN ?1 AND ?2"

  /// The days after ?2 until ?3 on which something began or ceased to be public, with the events, among the first ?1 events
  /// of the ledger. It reads the whole table, once for a whole history.
  static let days = """
    SELECT public_from AS day, id >> 18 FROM standing WHERE known_from < ?1 AND public_from > ?2 AND public_from <= ?3
    UNION
    SELECT public_to AS day, id >> 18 FROM standing WHERE known_from < ?1 AND public_to > ?2 AND public_to <= ?3
    ORDER BY 1, 2
    """

  /// All of them that an index must serve.
  static let all = [restamped, closed, keys]
}
