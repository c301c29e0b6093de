public import Vocabulary

/// Where the maps put the facts of one event; one arena that the runner empties and fills again without allocating.
///
/// Subjects and bodies lie one behind the other in `bytes`; `entries` says where. The runner binds the ranges directly;
/// whoever wants values takes `facts`.
public struct FactSink: Sendable {
  /// One fact as ranges of `bytes`.
  public struct Entry: Sendable {
    /// Index of the projection in `Views.projections`.
    public var projection: Int
    /// Where the subject lies, UTF-8.
    public var subject: Range<Int>
    /// Where the body lies, canonical JSON.
    public var body: Range<Int>
    /// The first day the fact may be true on.
    public var from: Day?
    /// The last day the fact may be true on.
    public var to: Day?
  }

  /// Position of the event whose facts these are.
  public private(set) var event: UInt64 = 0
  /// Subjects and bodies.
  public private(set) var bytes: [UInt8] = []
  /// The facts in the order in which they were stated.
  public private(set) var entries: [Entry] = []
  /// Index in `Views.projections` of the map that is running.
  var projection = 0
  /// When the event was so, once a map has asked for it.
  private var occurred: Period??

  public init() {}

  /// Empties the sink for the facts of the event at this position; keeps its memory.
  public mutating func begin(event: UInt64) {
    self.event = event
    occurred = nil
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  /// When the event was so; read once for all maps.
  mutating func occurred(_ event: Event) -> Period? {
    if let known = occurred { return known }
    let period = event.occurred
    occurred = .some(period)
    return period
  }

  /// States a fact; `body` appends canonical JSON.
  mutating func state(_ subject: Subject, from: Day?, to: Day?, _ body: (inout [UInt8]) -> Void) {
    let start = bytes.count
    subject.append(to: &bytes)
    let middle = bytes.count
    body(&bytes)
    entries.append(
      Entry(projection: projection, subject: start..<middle, body: middle..<bytes.count, from: from, to: to))
  }

  /// The facts as values, for tests and for whoever is not in a hurry.
  public var facts: [Fact] {
    entries.map { entry in
      Fact(
        projection: Views.projections[entry.projection].name,
        subject: String(decoding: bytes[entry.subject], as: UTF8.self), from: entry.from, to: entry.to,
        body: Array(bytes[entry.body]))
    }
  }
}
