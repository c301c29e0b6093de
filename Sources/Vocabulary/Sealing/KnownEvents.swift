internal import Leaf

/// Events that drafts named, as leaves refer to them: an importer names the same few reports again and again.
final class KnownEvents {
  /// An event in a leaf.
  struct Reference {
    /// Its position.
    var position: UInt64 = .max
    /// `{"leaf":"…","seq":…}`.
    var object: [UInt8] = []

    /// Where the leaf hash stands in the object, as a JSON text, and the position.
    var places: (leaf: Range<Int>, seq: Range<Int>) { (8..<74, 81..<object.count - 1) }
  }

  private let names = KnownTexts()
  private var events = [Reference](repeating: Reference(), count: KnownTexts.places)

  /// The event that a draft names; `nil` when there is none that is earlier.
  func find(_ name: Span<UInt8>, in context: SealContext) -> Reference? {
    let place = KnownTexts.place(name, 0)
    if names.holds(name, 0, at: place), events[place].position < context.position { return events[place] }
    guard let event = EventName(String(copying: name), sha256: context.sha256), let found = context.event(event) else {
      return nil
    }
    var known = Reference(position: found.seq)
    known.object += #"{"leaf":"#.utf8
    Rewriting.string(found.leaf, to: &known.object)
    known.object += #","seq":"#.utf8
    Rewriting.integer(Int64(found.seq), to: &known.object)
    known.object.append(0x7D)
    if names.put(name, 0, at: place) { events[place] = known }
    return known
  }
}
