/// The statements that names are looked up with.
enum DirectorySQL {
  /// The ids behind the folded name ?2 in the namespace ?1.
  static let ids = "SELECT id FROM name WHERE namespace = ?1 AND folded = ?2"

  /// The ids behind every name of the namespace ?1; most come more than once.
  static let all = "SELECT id FROM name WHERE namespace = ?1"

  /// The ids behind the folded names of the namespace ?1 from ?2 up to ?3, each as often as it has such names; at most ?4.
  static let beginning =
    "SELECT id FROM name WHERE namespace = ?1 AND folded >= ?2 AND folded < ?3 LIMIT ?4"
}
