internal import Leaf

/// The fast path of sealing: the members of the draft in the order of their keys, and among them those that the ledger
/// assigns; events that the draft names are replaced by their position and leaf hash.
struct PlainSeal {
  let bytes: [UInt8]
  let id: EventID

  /// Seals a draft that was checked; `nil` when names must be resolved or values hidden, or something is not found: the
  /// slow path knows how, and says what is wrong.
  init?(_ draft: Document, _ needs: Needs, _ context: SealContext) {
    let root = draft.root
    guard !needs.haveNames, context.withheld.isEmpty, root.child("protect") == nil,
      root.child("payload")?.child("fields") == nil
    else { return nil }
    var rewriting = Rewriting()
    var id = context.id
    if let own = root.child("id") {
      if let given = own.withText({ EventID(utf8: $0) }) ?? nil { id = given }
      rewriting.remove(memberAt: own.position)
    }
    if let version = root.child("v") { rewriting.remove(memberAt: version.position) }
    for note in needs.notes {
      let element = draft.element(at: note.position)
      guard let text = element.string else { return nil }
      switch note.text {
      case .period:
        rewriting.replace(note.position) { bytes in
          bytes += #"{"edtf":"#.utf8
          Rewriting.string(text, to: &bytes)
          bytes.append(0x7D)
        }
      case .ownID: id = EventID(name: String(text.dropFirst()), sha256: context.sha256)
      case .event, .target:
        guard let name = EventName(text, sha256: context.sha256), let found = context.event(name) else { return nil }
        if note.text == .event {
          rewriting.replace(note.position) { found.append(to: &$0) }
        } else {
          rewriting.remove(memberAt: note.position)
          rewriting.add("leaf", to: note.owner) { Rewriting.string(found.leaf, to: &$0) }
          rewriting.add("seq", to: note.owner) { Rewriting.integer(Int64(found.seq), to: &$0) }
        }
      }
    }
    rewriting.add("at", to: root.position) { Rewriting.string(context.at, to: &$0) }
    rewriting.add("by", to: root.position) { Rewriting.string(context.by, to: &$0) }
    rewriting.add("id", to: root.position) { id.append(to: &$0) }
    rewriting.add("v", to: root.position) { Rewriting.integer(Event.version, to: &$0) }
    self.id = id
    bytes = root.encode(rewriting)
  }
}

extension EventRef {
  /// Appends the object that stands for the event in a leaf.
  fileprivate func append(to bytes: inout [UInt8]) {
    bytes += #"{"leaf":"#.utf8
    Rewriting.string(leaf, to: &bytes)
    bytes += #","seq":"#.utf8
    Rewriting.integer(Int64(seq), to: &bytes)
    bytes.append(0x7D)
  }
}

extension EventID {
  /// Appends the id as a JSON text.
  fileprivate func append(to bytes: inout [UInt8]) {
    bytes.append(0x22)
    bytes += description.utf8
    bytes.append(0x22)
  }
}
