/// A column of a view: its name for programs, its title for people, its type and what it means.
public struct Column: Hashable, Sendable {
  /// The key in JSON and CSV, `[a-z_]+`.
  public var name: String
  /// The heading of the table.
  public var title: String
  /// What its cells hold.
  public var type: Kind
  /// One sentence: what a value says and in which unit.
  public var doc: String

  /// What the cells of a column hold; any cell may be `none`.
  public enum Kind: String, Hashable, Sendable { case text, number, flag, day, list, range, events }

  public init(_ name: String, _ title: String, _ type: Kind, _ doc: String) {
    self.name = name
    self.title = title
    self.type = type
    self.doc = doc
  }
}
