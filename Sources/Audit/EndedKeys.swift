internal import Ledger
internal import TransparencyLog

/// Which checkpoints a key signed after the event that ended it, and so without a right to.
///
/// The first checkpoint over that event is the last that the key signs: with it, who knows only this key learns of its end.
/// It is the one of just those events; or, when somebody else appended meanwhile, one that a living key signed too.
struct EndedKeys {
  /// A checkpoint that an ended key signed, with more events than the one that ended it.
  private struct Signed {
    var name: String
    var end: KeyEvent
    var size: UInt64
    var isShared: Bool
  }

  private let events: KeyEvents
  private let origin: String
  private let known: [VerifierKey]
  private var signed: [Signed] = []
  /// The smallest size that the key ended by an event signed over that event.
  private var firsts: [UInt64: UInt64] = [:]

  /// - Parameter known: the keys of the log that the reader knows.
  init(_ events: KeyEvents, origin: String, known: [VerifierKey]) {
    self.events = events
    self.origin = origin
    self.known = known
  }

  /// Notes who has signed a checkpoint. One that no ended key signed, or that is none, is others' to judge.
  mutating func look(at note: [UInt8], named name: String) {
    guard let ids = (try? Note(note)).map({ Set($0.signatures.map(\.keyID)) }) else { return }
    for end in ids.flatMap({ events.ends(withID: $0) }) {
      guard let own = try? Checkpoint.open(note, origin: origin, logKeys: [end.key]) else { continue }
      let size = own.checkpoint.size
      guard size > end.event else { continue }
      let living = events.living(known, withIDs: ids, before: end, at: size)
      let shared = try? Checkpoint.open(note, origin: origin, logKeys: living)
      if firsts[end.event].map({ $0 > size }) ?? true { firsts[end.event] = size }
      signed.append(Signed(name: name, end: end, size: size, isShared: shared != nil))
    }
  }

  /// What was signed without a right.
  var findings: [Finding] {
    signed.filter { $0.size > $0.end.event + 1 }.compactMap { note in
      note.size == firsts[note.end.event] ? doubt(note) : fault(note)
    }
  }

  private func fault(_ note: Signed) -> Finding {
    let end = note.end
    let what =
      "is signed by the key \(KeyID.text(end.key)), which event #\(end.event) \(EndedKeys.fate(end)): whoever signed it had "
      + "no right to"
    return Finding(.fail, check: KeyCheck.name, what, place: note.name)
  }

  /// The first checkpoint over the end, which covers later events as well.
  private func doubt(_ note: Signed) -> Finding? {
    let end = note.end
    guard end.isCompromised else { return note.isShared ? nil : fault(note) }
    let what =
      "is signed by the key \(KeyID.text(end.key)), which event #\(end.event) \(EndedKeys.fate(end)), over events after "
      + "that one: whether its owner or a thief signed it cannot be told from here"
    return Finding(.unknown, check: KeyCheck.name, what, place: note.name)
  }

  /// What became of a key, in words.
  static func fate(_ end: KeyEvent) -> String { end.isCompromised ? "says is in other hands" : "has retired" }
}
