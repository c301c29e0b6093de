internal import Views
internal import Vocabulary

/// All that the writer needs of one event: its facts and its stamps, computed from the event alone.
///
/// Made by any thread, recycled: `read` fills it again without giving up its memory.
struct MappedEvent {
  private(set) var position: UInt64 = 0
  /// Whether this program knows its kind and version.
  private(set) var isRecognized = false
  /// When the public could know it.
  private(set) var publicity = Publicity.never
  private(set) var stamp: Stamp?
  /// Which earlier events it corrects or retracts.
  private(set) var effects: [(target: UInt64, kind: Effect.Kind)] = []
  /// Under which names the entry it records is found.
  private(set) var names: [RecordedName] = []
  /// Its facts.
  private(set) var facts = FactSink()

  /// Reads an event at a position.
  mutating func read(_ event: Event, at position: UInt64) {
    let payload = event.payload
    self.position = position
    isRecognized = true
    let stamp = Stamp(event, payload)
    self.stamp = stamp
    publicity = Publicity(payload, stamp)
    if !effects.isEmpty { effects.removeAll(keepingCapacity: true) }
    if !names.isEmpty { names.removeAll(keepingCapacity: true) }
    switch payload {
    case .correct: effects += event.targets(.corrects).map { ($0.seq, .corrects) }
    case .retract: effects += event.targets(.retracts).map { ($0.seq, .retracts) }
    case .actor, .place, .source, .claimAgreement: names = RecordedName.all(payload)
    case .unrecognized: isRecognized = false
    default: break
    }
    Views.map(event, at: position, into: &facts)
  }

  /// A leaf that cannot be read: it states nothing. The audit says what is wrong with it.
  mutating func skip(_ position: UInt64) {
    self.position = position
    isRecognized = false
    publicity = .never
    stamp = nil
    effects.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    facts.begin(event: position)
  }
}
