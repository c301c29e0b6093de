/// The statements that sheets are filled and read with.
enum SheetSQL {
  /// The facts with the ids ?1 to ?2 that are kept in sheets, with their stamps; by id, for they are read through.
  static let facts = """
    SELECT f.id, f.subject, f.month, f.valid_from, f.valid_to,
    coalesce(f.body, (SELECT b.body FROM fact b WHERE b.id < f.id AND b.body IS NOT NULL ORDER BY b.id DESC LIMIT 1)),
    s.by, s.known_from, s.known_to, s.public_from, s.public_to, s.report, s.origin, s.grade, f.projection
    FROM fact f CROSS JOIN standing s ON s.id = f.id >> 14
    WHERE f.id BETWEEN ?1 AND ?2 AND (+f.projection IN (\(Sheets.projections.map(String.init).joined(separator: ", ")))
    OR +f.projection = \(Sheets.references) AND f.subject BETWEEN 'report:' AND 'report:~') ORDER BY f.id
    """

  /// The rows that events from ?1 on wrote for others.
  static let restamped = "SELECT id FROM standing WHERE known_from >= ?1 AND known_from <> id >> 18 ORDER BY id"

  /// The rows of standing that ended from ?1 on.
  static let closed = "SELECT id, known_to FROM standing WHERE known_to >= ?1 AND known_to <> 2147483647"

  /// The last part about a subject in a month.
  static let last = """
    SELECT part, entries FROM sheet WHERE projection = ?1 AND subject = ?2 AND month = ?3 ORDER BY part DESC LIMIT 1
    """

  static let add = "INSERT INTO sheet VALUES(?1, ?2, ?3, ?4, ?5)"
  static let replace =
    "UPDATE sheet SET entries = ?5 WHERE projection = ?1 AND subject = ?2 AND month = ?3 AND part = ?4"

  /// What is filed about a subject under no month, and under some.
  static let lasting = "SELECT entries FROM sheet WHERE projection = ?1 AND subject = ?2 AND month = '' ORDER BY part"
  static let months = """
    SELECT entries FROM sheet WHERE projection = ?1 AND subject = ?2 AND month BETWEEN ?3 AND ?4 AND month <> ''
    ORDER BY month, part
    """

  /// Everything, in an order that follows from the content.
  static let all = "SELECT projection, subject, month, entries FROM sheet ORDER BY projection, subject, month, part"

  /// All of them that an index must serve, in the views and in the sheets.
  static let ofViews = [facts, restamped, closed]
  static let ofSheets = [last, replace, lasting, months]
}
