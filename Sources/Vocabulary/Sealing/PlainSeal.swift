internal import Leaf

/// The fast path of sealing: the members of the draft in the order of their keys, and among them those that the ledger
/// assigns; events that the draft names are replaced by their position and leaf hash.
enum PlainSeal {
  /// Seals a draft that was checked and answers its id; `nil` when names must be resolved or values hidden, or something
  /// is not found: the slow path knows how, and says what is wrong.
  static func seal(
    _ draft: Document, _ needs: borrowing Needs, _ context: SealContext, into leaf: inout [UInt8]
  ) -> EventID? {
    guard !needs.haveNames, !needs.haveHidden, context.withheld.isEmpty else { return nil }
    let rewriting = context.beginRewriting()
    var id = context.id
    if let own = needs.ownID {
      if let given = draft.places.withBytes(own, { EventID(utf8: $0) }) { id = given }
      rewriting.remove(memberAt: own, of: 0)
    }
    if let version = needs.version { rewriting.remove(memberAt: version, of: 0) }
    for note in needs.notes {
      switch note.text {
      case .period:
        rewriting.begin()
        rewriting.put(#"{"edtf":"#.utf8Span.span)
        rewriting.put(draft.element(at: note.position))
        rewriting.put(0x7D)
        rewriting.replace(note.position)
      case .ownID:
        guard let text = draft.element(at: note.position).string else { return nil }
        id = EventID(name: String(text.dropFirst()), sha256: context.sha256)
      case .event, .target:
        let found = draft.places.withBytes(note.position) { context.events.find($0, in: context) }
        guard let found else { return nil }
        refer(to: found, note, rewriting)
      }
    }
    add(id, rewriting)
    draft.root.encode(rewriting, into: &leaf)
    return id
  }

  private static func refer(to event: KnownEvents.Reference, _ note: Needs.Note, _ rewriting: Rewriting) {
    guard note.text == .target else {
      rewriting.begin()
      rewriting.put(event.object.span)
      return rewriting.replace(note.position)
    }
    rewriting.remove(memberAt: note.position, of: note.owner)
    rewriting.begin("leaf")
    rewriting.put(event.object.span.extracting(event.places.leaf))
    rewriting.add(to: note.owner)
    rewriting.begin("seq")
    rewriting.put(event.object.span.extracting(event.places.seq))
    rewriting.add(to: note.owner)
  }

  private static func add(_ id: EventID, _ rewriting: Rewriting) {
    var text = InlineArray<34, UInt8>(repeating: 0x22)
    for place in 0..<32 {
      let word = place < 16 ? id.high : id.low
      let digit = UInt8(truncatingIfNeeded: word &>> UInt64(60 &- 4 &* (place & 15))) & 15
      text[place &+ 1] = digit < 10 ? 0x30 &+ digit : 0x57 &+ digit
    }
    rewriting.begin("id")
    rewriting.put(text.span)
    rewriting.add(to: 0)
  }
}
