internal import Leaf
internal import Ledger
internal import TransparencyLog

/// What the events of a bundle say that other parts of it are compared with.
///
/// Each event is looked at once, in order. Memory grows with what is redacted or kept as evidence, not with the events.
struct BundleSurvey {
  /// What is wrong with single events, the first thousand.
  private(set) var problems: [Finding] = []
  /// What is wrong with values shown, and what is withheld: the first of each.
  private(set) var values: [Finding] = []
  /// Events with a value that is neither shown nor told yet why: the first hundred.
  private(set) var withheld: [(event: UInt64, digest: String)] = []
  private(set) var withheldCount = 0
  private(set) var shownCount = 0
  /// The event that destroyed a digest.
  private(set) var redactedBy: [String: UInt64] = [:]
  /// Originals that events name, with the first event that does.
  private(set) var evidence: [Digest: UInt64] = [:]
  /// What became of the keys of the log.
  private(set) var keys = KeyEvents()
  private(set) var eventCount: UInt64 = 0
  private(set) var referenceCount: UInt64 = 0
  /// References to events that are not in the bundle.
  private(set) var outsideCount: UInt64 = 0
  /// References by hash alone, which are looked up when all events are known.
  private(set) var unplaced: [(hash: Digest, word: String, event: UInt64)] = []

  private var document = Document()
  private var lastRecorded: [UInt8] = []
  private var shown: ShownValues

  /// - Parameter shown: the values that this reader was given.
  init(_ shown: ShownValues) { self.shown = shown }

  /// What is known of an earlier event.
  enum Earlier {
    case hash(Digest)
    case notHere
  }

  /// Looks at the next event.
  ///
  /// - Parameter earlier: answers for positions below this one.
  mutating func take(_ position: UInt64, _ leaf: UnsafeRawBufferPointer, earlier: (UInt64) -> Earlier) {
    eventCount += 1
    do throws(LeafError) { try unsafe document.parse(leaf, as: .canonical) } catch {
      compareShown(position, [])
      return fault("the bytes are not a canonical leaf: \(error.message)", position)
    }
    let root = document.root
    checkOrder(root, position)
    keys.note(root, at: position)
    LeafFacts.references(root) { leaf, target, word in follow(leaf, target, word, position, earlier) }
    for digest in LeafFacts.redacted(root) where redactedBy[digest] == nil { redactedBy[digest] = position }
    for digest in LeafFacts.originals(root) where evidence[digest] == nil { evidence[digest] = position }
    compareShown(position, LeafFacts.committed(root))
  }

  /// Looks at what is left when every event was seen; `firstPosition` finds an event by its hash.
  mutating func finish(firstPosition: ([Digest]) -> [Digest: UInt64]) {
    for line in shown.lines(upTo: .max) { shows(line, "a value is shown for an event that is not here") }
    if let fault = shown.fault {
      values.append(Finding(.fail, check: "protected", fault, place: "data/disclosures.jsonl"))
    }
    guard !unplaced.isEmpty else { return }
    let found = firstPosition(unplaced.map(\.hash))
    for (hash, word, event) in unplaced where found[hash].map({ $0 >= event }) ?? true {
      fault("the reference '\(word)' does not lead to an earlier event", event)
    }
  }

  private mutating func fault(_ what: String, _ position: UInt64) {
    if problems.count < 1000 { problems.append(Finding(.fail, check: "events", what, event: position)) }
  }

  private mutating func checkOrder(_ root: Element, _ position: UInt64) {
    guard let recorded = unsafe root["at"]?.withUTF8({ unsafe [UInt8]($0) }) else { return }
    if recorded.lexicographicallyPrecedes(lastRecorded) {
      fault("was recorded before the event ahead of it", position)
    }
    lastRecorded = recorded
  }

  private mutating func follow(
    _ leaf: Element, _ target: Int64?, _ word: String?, _ position: UInt64, _ earlier: (UInt64) -> Earlier
  ) {
    referenceCount += 1
    guard let text = leaf.string, let hash = Digest(hex: text) else {
      return fault("refers to an event by what is no leaf hash", position)
    }
    guard let target else {
      if unplaced.count < 100_000 { unplaced.append((hash, word ?? "", position)) }
      return
    }
    guard target >= 0, target < position else { return fault("refers to #\(target), which is not earlier", position) }
    switch earlier(UInt64(target)) {
    case .hash(hash): break
    case .hash: fault("refers to #\(target) by a hash that is not that of the event there", position)
    case .notHere: outsideCount += 1
    }
  }

  /// Compares the values shown for an event with the digests that it commits to.
  private mutating func compareShown(_ position: UInt64, _ committed: [String]) {
    let lines = shown.lines(upTo: position)
    guard !lines.isEmpty || !committed.isEmpty else { return }
    var seen: Set<String> = []
    for line in lines {
      guard line.event == position else {
        shows(line, "a value is shown for an event that is not here")
        continue
      }
      for digest in line.digests {
        if committed.contains(digest) {
          seen.insert(digest)
        } else {
          shows(line, "a value is shown that is not the one committed to")
        }
      }
    }
    shownCount += seen.count
    for digest in committed where !seen.contains(digest) {
      withheldCount += 1
      if withheld.count < AuditReport.toldAtMost { withheld.append((position, digest)) }
    }
  }

  private mutating func shows(_ line: ShownValues.Line, _ what: String) {
    if values.count < 1000 { values.append(Finding(.fail, check: "protected", what, event: line.event)) }
  }
}
