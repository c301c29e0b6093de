/// The statements of a snapshot: ?1 projection, ?2 subject, ?3 how many events are known, ?4 the public day; ?5 and ?6 the
/// first and the last month.
enum SnapshotSQL {
  private static let columns =
    "f.id, f.valid_from, f.valid_to, \(body), s.by, s.public_from, s.report, s.origin, s.grade"
  /// A body that several facts of an event share stands in the first of them.
  private static let body = """
    coalesce(f.body, (SELECT b.body FROM fact b WHERE b.id < f.id AND b.body IS NOT NULL ORDER BY b.id DESC LIMIT 1))
    """
  private static let join = "FROM fact f CROSS JOIN standing s ON s.id = f.id >> 14"
  private static let stand = "s.known_from < ?3 AND s.known_to >= ?3 AND s.public_from <= ?4 AND s.public_to > ?4"

  private static let subject = "f.projection = ?1 AND f.subject = ?2"

  /// The standing facts about a subject that are filed under no month.
  static let facts =
    "SELECT \(columns) \(join) WHERE \(subject) AND f.month IS NULL AND \(stand) ORDER BY f.id"

  /// The standing facts about a subject that are filed under some months; they come month by month.
  static let months = "SELECT \(columns) \(join) WHERE \(subject) AND f.month BETWEEN ?5 AND ?6 AND \(stand)"

  /// All standing facts of a projection with their subjects, in the order of these.
  static let every =
    "SELECT \(columns), f.subject \(join) WHERE f.projection = ?1 AND \(stand) ORDER BY f.subject, f.month, f.id"

  /// The facts about a subject that stood before the moment, in some part of its past, and do not stand at it.
  static let ended = """
    SELECT \(columns), s.known_from, s.known_to, s.public_from, s.public_to \(join) WHERE \(subject)
    AND s.known_from < ?3 AND s.public_from <= ?4 AND NOT (\(stand))
    """

  /// The subjects from ?2 up to ?5 about which a fact stands: from each the index is asked for the next one.
  static let subjects = """
    WITH RECURSIVE each(subject) AS (
    SELECT min(subject) FROM fact WHERE projection = ?1 AND subject >= ?2 AND subject < ?5
    UNION ALL SELECT (SELECT min(f.subject) FROM fact f WHERE f.projection = ?1 AND f.subject > each.subject
    AND f.subject < ?5) FROM each WHERE each.subject IS NOT NULL)
    SELECT each.subject FROM each WHERE EXISTS (SELECT 1 \(join)
    WHERE f.projection = ?1 AND f.subject = each.subject AND \(stand))
    """

  /// Whether any fact about a subject stands.
  static let stands = "SELECT 1 \(join) WHERE \(subject) AND \(stand) LIMIT 1"

  /// How the event with the rows of standing ?1 to ?2 stands.
  static let state = "SELECT s.state, s.by FROM standing s WHERE s.id BETWEEN ?1 AND ?2 AND \(stand)"

  /// What corrects or retracts ?1 and is among the first ?2 events.
  static let effects = "SELECT by, kind FROM effect WHERE target = ?1 AND by < ?2 ORDER BY by"

  /// All of them.
  static let all = [facts, months, every, ended, subjects, stands, state, effects]
}
