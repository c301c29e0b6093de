/// The statements of a bulk load.
enum LoadSQL {
  /// Tables of the connection alone, which stand before those of the file with the same names: while rows are loaded past
  /// SQLite, it must not touch the file. `changing` holds the events that do something to others.
  static let aside = """
    CREATE TEMP TABLE effect(target, by, kind, PRIMARY KEY (target, by, kind)) WITHOUT ROWID;
    CREATE INDEX temp.effect_by ON effect(by);
    CREATE TEMP TABLE report(event INTEGER PRIMARY KEY, published);
    CREATE TEMP TABLE dated(report, event, PRIMARY KEY (report, event)) WITHOUT ROWID;
    CREATE TEMP TABLE name(namespace, folded, id, PRIMARY KEY (namespace, folded, id)) WITHOUT ROWID;
    CREATE TEMP TABLE changing(event INTEGER PRIMARY KEY)
    """

  /// Brings what was kept aside into the file, and takes the tables away.
  static let bringIn = """
    INSERT INTO main.name SELECT namespace, folded, id FROM temp.name ORDER BY namespace, folded, id;
    DROP TABLE temp.effect; DROP TABLE temp.report; DROP TABLE temp.dated; DROP TABLE temp.name
    """

  /// Enters an event that does something to others.
  static let enterChanging = "INSERT INTO temp.changing VALUES(?1)"

  /// Those events.
  static let changing = "SELECT event FROM temp.changing ORDER BY event"

  /// Where SQLite keeps the first page of the table or index ?1.
  static let root = "SELECT rootpage FROM sqlite_schema WHERE name = ?1"
}
