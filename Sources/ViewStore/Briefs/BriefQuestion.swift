public import Vocabulary

/// What a person asks a situation report for.
public struct BriefQuestion: Sendable {
  /// The id of the place it is about; `nil` means everything.
  public var region: String?
  /// The first and the last day of the period, valid time.
  public var from: Day
  public var to: Day
  /// The report whose statements are gone through one by one, by position.
  public var report: UInt64?
  /// The known time of the last such report; what changed since then is told.
  public var since: AsOf?
  /// How many sentences a section may have.
  public var limit: Int

  /// How many, unless somebody asks for another number.
  public static let usualLimit = 200

  /// Known time to the ledger, K.
  public var asOf: AsOf
  /// Known time to the public, P; `nil` means that publication does not matter.
  public var publishedBy: Day?
  /// The id of the profile.
  public var profile: String

  public init(
    region: String?, from: Day, to: Day, report: UInt64? = nil, since: AsOf? = nil, limit: Int = usualLimit,
    asOf: AsOf = .now, publishedBy: Day? = nil, profile: String = "default-1"
  ) {
    self.region = region
    self.from = from
    self.to = to
    self.report = report
    self.since = since
    self.limit = limit
    self.asOf = asOf
    self.publishedBy = publishedBy
    self.profile = profile
  }
}
