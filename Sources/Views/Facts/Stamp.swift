internal import Leaf
public import Vocabulary

/// What the runner notes beside every fact of an event, so that roots and grades need no second look at the leaf.
public struct Stamp: Hashable, Sendable {
  /// Position of the report the event was read in (`said.report`).
  public var report: UInt64?
  /// The last entry of its chain of attribution.
  public var origin: ChainOrigin?
  /// Its grade.
  public var grade: Admiralty?
  /// For a `report` event: the last day on which it can have been published; from then on the public knew it.
  public var published: Day?

  /// Reads the stamp of an event.
  public init(_ event: Event, _ payload: Payload) {
    if event.places.said != 0 {
      report = event.position(event.document.member(Int(event.places.said), "report"))
      origin = ChainOrigin(event)
    }
    grade = event.grade.flatMap(Admiralty.init)
    if case .report(let report) = payload { published = report.published?.last }
  }
}

extension Admiralty {
  /// The Admiralty half of a grade; `nil` when it only speaks of likelihood or confidence.
  public init?(_ grade: Grade) {
    guard grade.reliability != nil || grade.credibility != nil else { return nil }
    self.init(
      grade.reliability?.rawValue.utf8.first, grade.credibility.flatMap { UInt8(exactly: $0) })
  }
}
