internal import Views
internal import Vocabulary

/// All that the writer needs of one event: its facts and its stamps, computed from the event alone.
///
/// Made by any thread, recycled: `read` fills it again without giving up its memory.
struct MappedEvent {
  private(set) var position: UInt64 = 0
  private(set) var kind: Kind?
  private(set) var stamp: Stamp?
  /// Which earlier events it corrects or retracts.
  private(set) var effects: [(target: UInt64, kind: Effect.Kind)] = []
  /// Under which names the entry it records is found.
  private(set) var names: [RecordedName] = []
  /// Its facts.
  private(set) var facts = FactSink()

  /// When the public could know it.
  var publicity: Publicity { Publicity(kind, stamp) }

  /// Reads an event at a position.
  mutating func read(_ event: Event, at position: UInt64) {
    let payload = event.payload
    self.position = position
    kind = event.kind
    stamp = Stamp(event, payload)
    if !effects.isEmpty { effects.removeAll(keepingCapacity: true) }
    if !names.isEmpty { names.removeAll(keepingCapacity: true) }
    switch payload {
    case .correct: effects += event.targets(.corrects).map { ($0.seq, .corrects) }
    case .retract: effects += event.targets(.retracts).map { ($0.seq, .retracts) }
    case .actor, .place, .source, .claimAgreement: names = RecordedName.all(payload)
    default: break
    }
    Views.map(event, at: position, into: &facts)
  }

  /// A leaf that cannot be read: it states nothing. The audit says what is wrong with it.
  mutating func skip(_ position: UInt64) {
    self.position = position
    kind = nil
    stamp = nil
    effects.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    facts.begin(event: position)
  }
}
