public import Views
public import Vocabulary

/// One event behind a row: what it says, who says so, down to the root, and how to prove that it was recorded.
public struct Exhibit: Sendable {
  /// The position of the event.
  public var position: UInt64
  /// Its id; `nil` when the leaf cannot be read.
  public var id: EventID?
  /// Its kind, as written.
  public var kind: String
  /// What it says, in one line, in the version that stands.
  public var summary: String
  /// When the ledger recorded it, UTC.
  public var recordedAt: String
  /// The key id of who recorded it.
  public var recordedBy: String
  /// The hash of its leaf, 32 bytes.
  public var leafHash: [UInt8]
  /// How it stands at the known time asked for.
  public var standing: Standing
  /// The events that corrected or retracted it.
  public var endedBy: [UInt64]
  /// Why it was corrected, retracted, disputed, linked or redacted; only such events have a reason.
  public var reason: String?
  /// Who says so; `nil` for what a recorder does without a report.
  public var testimony: Testimony?
  /// How many of its values are protected and not in the leaf.
  public var protectedCount: Int
  /// How it may be shared: the word of the Traffic Light Protocol that the event carries.
  public var tlp: TLP?
  /// Whether its words and their place in the report could lead to somebody in danger, so that they are left out.
  public var isGuarded = false

  /// How an event stands.
  public enum Standing: String, Sendable { case stands, corrected, retracted, unseen }

  /// Who says so, where, how well, and where it comes from in the end.
  public struct Testimony: Sendable {
    /// The report it was read in.
    public var report: ReportRecord?
    /// The name of who published that report.
    public var publisher: String?
    /// Where in the report, what words, how strongly.
    public var said: Attribution
    /// From the nearest source to the origin, in words.
    public var chain: [String]
    /// Where it comes from in the end, and on which way.
    public var root: Root
    /// That origin in words.
    public var rootName: String
    /// The grade that counts, a later grading before the event's own.
    public var grade: Admiralty
    /// The original of the report, by SHA-256, and whether it is kept here.
    public var evidence: (digest: String, isKept: Bool)?
  }
}
