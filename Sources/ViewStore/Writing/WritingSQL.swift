/// The statements that the writer looks things up with.
enum WritingSQL {
  /// The rows of standing ?1 to ?2 that are open in known time.
  static let open = """
    SELECT id, state, by, public_from, public_to, report, origin, grade FROM standing
    WHERE id BETWEEN ?1 AND ?2 AND known_to = \(Ends.known)
    """

  /// The last of the rows of standing ?1 to ?2.
  static let last = "SELECT max(id) FROM standing WHERE id BETWEEN ?1 AND ?2"

  /// The facts ?1 to ?2.
  static let facts =
    "SELECT projection, subject, valid_from, valid_to, body FROM fact WHERE id BETWEEN ?1 AND ?2 ORDER BY id"

  /// The versions, up to the row ?2, that name the report ?1.
  static let saidBy = "SELECT id FROM standing WHERE report = ?1 AND id <= ?2"

  /// What aims at the event ?1.
  static let effects = "SELECT by, kind FROM effect WHERE target = ?1 ORDER BY by, kind"

  /// What the event ?1 aims at.
  static let targets = "SELECT target FROM effect WHERE by = ?1 ORDER BY target"

  /// The day of the report ?1.
  static let published = "SELECT published FROM report WHERE event = ?1"

  /// The events whose standing was computed from the day of the report ?1.
  static let dated = "SELECT event FROM dated WHERE report = ?1"

  /// All of them that an index must serve.
  static let all = [open, last, facts, saidBy, effects, targets, published, dated]
}
