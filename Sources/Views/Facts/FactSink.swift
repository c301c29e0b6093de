internal import Leaf
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
  /// Index in `Views.projections` of the map that is running.
  var projection = 0
  /// Memory for subjects and bodies, of which `used` bytes are written.
  private var memory: [UInt8] = []
  private var used = 0
  /// Memory for the entries, of which `count` are stated.
  private var slots: [Entry] = []
  /// How many facts were stated.
  public private(set) var count = 0
  /// Where the subject lies that is the event itself, once a fact was filed under it.
  private var own = 0..<0
  /// When the event was so, once a map has asked for it.
  private var bounds: Period.Bounds??

  public init() {}

  /// The facts in the order in which they were stated.
  public var entries: ArraySlice<Entry> { slots[..<count] }

  /// Subjects and bodies.
  public var bytes: ArraySlice<UInt8> { memory[..<used] }

  /// How many bytes subjects and bodies have.
  public var byteCount: Int { used }

  /// Empties the sink for the facts of the event at this position; keeps its memory.
  public mutating func begin(event: UInt64) {
    self.event = event
    bounds = nil
    used = 0
    count = 0
    own = 0..<0
  }

  /// When the event was so; read once for all maps.
  mutating func bounds(of event: Event) -> Period.Bounds? {
    if let known = bounds { return known }
    let read = event.bounds
    bounds = .some(read)
    return read
  }

  /// States a fact that holds when the event was so; its body is a part of the leaf.
  mutating func state(_ subject: Filing, during event: Event, _ part: LeafPart) {
    let bounds = bounds(of: event)
    state(subject, from: bounds?.earliest, to: bounds?.latest, event, part)
  }

  /// States a fact whose body is a part of the leaf.
  mutating func state(_ subject: Filing, from: Day? = nil, to: Day? = nil, _ event: Event, _ part: LeafPart) {
    write(subject, from: from, to: to, event) { pen in part.write(event.document, event.places, to: &pen) }
  }

  /// States a fact; `body` writes canonical JSON, of texts of the event and of at most 256 bytes besides.
  @inline(__always)
  mutating func write(
    _ subject: Filing, from: Day?, to: Day?, _ event: Event, _ body: (inout Pen) -> Void
  ) {
    let position = self.event
    let room = used + subject.room + 2 * event.document.byteCount + 256
    if room > memory.count { grow(to: room) }
    let start = used
    let isKnown = if case .itself = subject { !own.isEmpty } else { false }
    let (middle, end) = unsafe memory.withUnsafeMutableBufferPointer { memory in
      var pen = unsafe Pen(UnsafeMutableBufferPointer(rebasing: memory[start...]))
      if !isKnown { subject.write(event.document, at: position, to: &pen) }
      let middle = pen.count
      body(&pen)
      return (start &+ middle, start &+ pen.count)
    }
    used = end
    if case .itself = subject, !isKnown { own = start..<middle }
    let entry = Entry(
      projection: projection, subject: isKnown ? own : start..<middle, body: middle..<end, from: from, to: to)
    if count < slots.count { slots[count] = entry } else { slots.append(entry) }
    count += 1
  }

  @inline(never)
  private mutating func grow(to room: Int) {
    memory.append(contentsOf: repeatElement(0, count: Swift.max(room, 2 * memory.count) - memory.count))
  }

  /// The facts as values, for tests and for whoever is not in a hurry.
  public var facts: [Fact] {
    entries.map { entry in
      Fact(
        projection: Views.projections[entry.projection].name,
        subject: Subject.plain(bytes[entry.subject]), from: entry.from, to: entry.to,
        body: Array(bytes[entry.body]))
    }
  }
}
