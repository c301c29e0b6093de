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
    /// Where that lies which the fact is filed under, UTF-8: the subject, and behind a mark the month, if it has one.
    public var filed: Range<Int>
    /// Whether a month stands behind the subject.
    public var isMonthly = false
    /// Where the body lies, canonical JSON.
    public var body: Range<Int>
    /// Whether it is the body of the fact before, which is kept once for all that share it.
    public var sharesBody = false
    /// The first day the fact may be true on.
    public var from: Day?
    /// The last day the fact may be true on.
    public var to: Day?

    /// Where the subject lies.
    public var subject: Range<Int> { isMonthly ? filed.dropLast(Month.length + 1) : filed }

    /// Where the month lies.
    public var month: Range<Int>? { isMonthly ? filed.suffix(Month.length) : nil }
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
  /// The part of the leaf that the body of the last fact is, if it is one.
  private var part: LeafPart?
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
    part = nil
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

  /// States a fact whose body is a part of the leaf; it shares that of the fact before when both are the same part.
  mutating func state(_ subject: Filing, from: Day? = nil, to: Day? = nil, _ event: Event, _ part: LeafPart) {
    let text = write(subject, of: event)
    if part == self.part {
      enter(
        Entry(projection: projection, filed: text, body: slots[count - 1].body, sharesBody: true, from: from, to: to))
    } else {
      let body = write(in: event) { pen in part.write(event.document, event.places, to: &pen) }
      enter(Entry(projection: projection, filed: text, body: body, from: from, to: to))
      self.part = part
    }
  }

  /// States a fact; `body` writes canonical JSON, of texts of the event and of at most 256 bytes besides.
  @inline(__always)
  mutating func write(
    _ subject: Filing, from: Day?, to: Day?, _ event: Event, _ body: (inout Pen) -> Void
  ) {
    let text = write(subject, of: event)
    let isMonthly = if case .monthly = subject { true } else { false }
    let written = write(in: event, body)
    enter(Entry(projection: projection, filed: text, isMonthly: isMonthly, body: written, from: from, to: to))
    part = nil
  }

  /// Whether the map that is running has stated a fact of this event.
  var hasStated: Bool { count > 0 && slots[count - 1].projection == projection }

  /// Files the last fact under one more subject.
  mutating func repeatLast(under subject: Filing, of event: Event) {
    var entry = slots[count - 1]
    (entry.filed, entry.isMonthly) = (write(subject, of: event), false)
    entry.sharesBody = true
    enter(entry)
  }

  /// Where the text of a subject lies.
  private mutating func write(_ subject: Filing, of event: Event) -> Range<Int> {
    let position = self.event
    guard case .itself = subject else {
      return write(in: event, besides: subject.room) { pen in subject.write(event.document, at: position, to: &pen) }
    }
    if own.isEmpty { own = write(in: event) { pen in subject.write(event.document, at: position, to: &pen) } }
    return own
  }

  /// Where that lies which `body` writes: texts of the event and some bytes besides.
  @inline(__always)
  private mutating func write(in event: Event, besides: Int = 256, _ body: (inout Pen) -> Void) -> Range<Int> {
    let start = used
    let room = start + 2 * event.document.byteCount + besides
    if room > memory.count { grow(to: room) }
    used = unsafe memory.withUnsafeMutableBufferPointer { memory in
      var pen = unsafe Pen(UnsafeMutableBufferPointer(rebasing: memory[start...]))
      body(&pen)
      return start &+ pen.count
    }
    return start..<used
  }

  @inline(__always)
  private mutating func enter(_ entry: Entry) {
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
        subject: String(decoding: bytes[entry.subject], as: UTF8.self), from: entry.from, to: entry.to,
        body: Array(bytes[entry.body]))
    }
  }
}
