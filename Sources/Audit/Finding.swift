/// One sentence of an audit: what was checked, how it came out, and where.
public struct Finding: Equatable, Sendable {
  /// The check that says it; see ``Audit/checks``.
  public var check: String
  /// How it came out.
  public var verdict: Verdict
  /// What was found, in words for people.
  public var what: String
  /// The position of the event at fault, if one is.
  public var event: UInt64?
  /// The file, object or window at fault, if it is not an event.
  public var place: String?

  /// A finding.
  public init(_ verdict: Verdict, check: String, _ what: String, event: UInt64? = nil, place: String? = nil) {
    self.check = check
    self.verdict = verdict
    self.what = what
    self.event = event
    self.place = place
  }

  /// Where it was found, for a table: `event #12`, a path or a window; empty for the whole.
  public var location: String {
    if let event { return "event #\(event)" }
    return place ?? ""
  }
}

/// The same where another module has findings of its own.
public typealias AuditFinding = Finding
