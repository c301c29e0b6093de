public import Views
public import Vocabulary

/// What a person asks a view.
public struct Question: Hashable, Sendable {
  /// The name of the view.
  public var view: String
  /// Whom it is asked about, as written: ids or names; `nil` asks about everyone.
  public var subjects: [String]?
  /// Only rows with these values.
  public var filters: [Filter]
  /// Only rows whose place is, or lies in, one of these, by id; `nil` asks about everywhere.
  public var inside: [String]?
  /// Valid time, T.
  public var at: Day
  /// Known time to the ledger, K.
  public var asOf: AsOf
  /// Known time to the public, P: the last day of publication allowed; `nil` means that publication does not matter.
  public var publishedBy: Day?
  /// The id of the profile.
  public var profile: String
  /// The earlier known time that a view of changes begins at; `nil` means before everything.
  public var since: Since?
  /// How exactly sexual violence may be shown.
  public var disclosure: DisclosureLevel

  /// Whether rows name what does not count; a picture for the eye need not, and is then read much faster.
  public var tellsIgnored = true

  /// A known time on one of the two readings.
  public enum Since: Hashable, Sendable {
    /// As the ledger was.
    case asOf(AsOf)
    /// As the public could know it at the end of that day.
    case publishedBy(Day)
  }

  /// A column and the value that a row must have there.
  public struct Filter: Hashable, Sendable {
    /// The name of the column.
    public var column: String
    /// The value as the table shows it; in a list, one of its words.
    public var value: String

    public init(column: String, value: String) {
      self.column = column
      self.value = value
    }
  }

  public init(
    _ view: String, subjects: [String]? = nil, filters: [Filter] = [], inside: [String]? = nil, at: Day,
    asOf: AsOf = .now, publishedBy: Day? = nil, profile: String = "default-1", disclosure: DisclosureLevel = .region
  ) {
    self.view = view
    self.subjects = subjects
    self.filters = filters
    self.inside = inside
    self.at = at
    self.asOf = asOf
    self.publishedBy = publishedBy
    self.profile = profile
    self.disclosure = disclosure
  }
}
