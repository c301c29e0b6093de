internal import Leaf
public import Ledger
public import Vocabulary

extension Snapshot {
  /// An event in the version that stands at the moment of the snapshot: with the changes of every correction that stands.
  ///
  /// A retracted event is given with the corrections it had; ask ``standing(of:)`` as well.
  public func version(of position: UInt64, as recorded: Event, in ledger: Ledger) throws -> Event {
    var event = recorded
    for effect in try effects().effects(on: position) where effect.kind == .corrects {
      guard let (code, _) = try state(of: effect.by), code != 2 else { continue }
      let correction = Event(try Document(ledger.leaf(at: effect.by), as: .trusted))
      event = event.corrected(by: try version(of: effect.by, as: correction, in: ledger))
    }
    return event
  }
}
