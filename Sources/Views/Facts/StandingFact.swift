public import Vocabulary

/// A fact as it stands at the known time asked for, stamped by the runner.
public struct StandingFact: Hashable, Sendable {
  /// Position of the event that states it.
  public var event: UInt64
  /// Position of the correction whose version of the event this is; `nil` while the event stands as it was recorded.
  public var versionBy: UInt64?
  /// The first position at which the ledger knew it; the event's own, or the correction's.
  public var knownFrom: UInt64
  /// The first day on which the public could know it: the publication of the report that says it; `nil` when undated.
  public var publicFrom: Day?
  /// What it says.
  public var fact: Fact
  /// Position of the report it was read in.
  public var report: UInt64?
  /// The last entry of its chain of attribution, as `Origin.text` writes it.
  public var origin: String?
  /// The grade the event carries itself; later `grade` events are found through `References.grade(of:)`.
  public var grade: Admiralty?

  public init(
    event: UInt64, versionBy: UInt64? = nil, knownFrom: UInt64, publicFrom: Day? = nil, fact: Fact,
    report: UInt64? = nil, origin: String? = nil, grade: Admiralty? = nil
  ) {
    self.event = event
    self.versionBy = versionBy
    self.knownFrom = knownFrom
    self.publicFrom = publicFrom
    self.fact = fact
    self.report = report
    self.origin = origin
    self.grade = grade
  }
}
