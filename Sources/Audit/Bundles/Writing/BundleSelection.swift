internal import Leaf
public import Ledger
internal import TransparencyLog

/// The events that a selected bundle needs so that its reader is not misled.
///
/// With an event come all that it refers to, down to its sources; and every later event that corrects, retracts,
/// disputes, grades, contradicts or redacts one of them, with what that refers to; and the events about the keys of the
/// log, without which nobody could tell that a key had ended before it signed.
public enum BundleSelection {
  /// The words of references that bear on what they point to.
  private static let bearing: Set<String> = ["corrects", "retracts", "disputes", "grades", "contradicts", "redacts"]

  /// The positions, in order, of the events that belong to some.
  ///
  /// - Parameter size: how many events are looked at.
  public static func complete(_ chosen: Set<UInt64>, in ledger: Ledger, size: UInt64) throws -> [UInt64] {
    var found: Set<UInt64> = []
    var document = Document()
    func take(_ first: UInt64) throws {
      var waiting = [first]
      while let position = waiting.popLast() {
        guard position < size, found.insert(position).inserted else { continue }
        try document.parse(try ledger.leaf(at: position), as: .trusted)
        LeafFacts.references(document.root) { _, target, _ in
          if let target, target >= 0 { waiting.append(UInt64(target)) }
        }
      }
    }
    for position in chosen.sorted() { try take(position) }
    // Whatever bears on an event is later than it, so that one pass upwards finds corrections of corrections too.
    var bears: [UInt64] = []
    var later = Document()
    try unsafe ledger.read(0..<size) { position, leaf in
      guard !found.contains(position) else { return }
      try unsafe later.parse(leaf, as: .trusted)
      var isBearing = KeyEvent(later.root, at: position) != nil
      LeafFacts.references(later.root) { _, target, word in
        guard let target, target >= 0, let word, bearing.contains(word) else { return }
        isBearing = isBearing || found.contains(UInt64(target))
      }
      if isBearing {
        bears.append(position)
        found.insert(position)
      }
    }
    for position in bears {
      found.remove(position)
      try take(position)
    }
    return found.sorted()
  }
}
