internal import Leaf
internal import Ledger
internal import TransparencyLog
internal import Vocabulary

/// What the events say that other checks compare with: references, protected values, redactions, originals.
///
/// Read once. Memory grows with what is protected or redacted, not with the number of events or originals.
struct EventSurvey {
  /// What is wrong with single events.
  private(set) var problems: [Finding] = []
  /// Digests of protected values by event, Base64url as in `_sd`.
  private(set) var protected: [UInt64: [String]] = [:]
  /// The event that redacted a digest.
  private(set) var redactedBy: [String: UInt64] = [:]
  /// Originals that events name.
  let originals: NamedOriginals
  /// What became of the keys of the log.
  private(set) var keys = KeyEvents()
  /// How many events were read, and how many references followed.
  private(set) var eventCount: UInt64 = 0
  private(set) var referenceCount: UInt64 = 0

  private var lastRecorded = ""

  init(_ audit: Audit) throws {
    originals = try NamedOriginals()
    let tree = try audit.ledger.tree()
    var document = Document()
    try unsafe audit.ledger.read(0..<tree.size) { position, leaf in
      if position & 0x3FFF == 0 { audit.progress(EventCheck.name, position, tree.size) }
      eventCount += 1
      do throws(LeafError) {
        try unsafe document.parse(leaf, as: .canonical)
      } catch {
        fault("the bytes are not a canonical leaf: \(error.message)", position)
        return
      }
      survey(document.root, position, tree)
      try originals.note(document.root, at: position)
      try checkIndex(document.root, position, audit.ledger)
    }
    let indexed = try audit.ledger.log.storedCounts().ids
    if indexed > eventCount {
      let what = "holds \(indexed) ids where there are \(eventCount) events"
      problems.append(Finding(.fail, check: EventCheck.name, what, place: "index of ids"))
    }
  }

  private mutating func fault(_ what: String, _ position: UInt64) {
    problems.append(Finding(.fail, check: EventCheck.name, what, event: position))
  }

  private mutating func survey(_ root: Element, _ position: UInt64, _ tree: LogTree) {
    if let recorded = root["at"]?.string {
      if recorded.utf8.lexicographicallyPrecedes(lastRecorded.utf8) {
        fault("recorded at \(recorded), before the event ahead of it (\(lastRecorded))", position)
      }
      lastRecorded = recorded
    }
    follow(root, position, tree)
    if let digests = root["_sd"] { protected[position] = digests.elements.compactMap(\.string) }
    guard let payload = root["payload"] else { return }
    keys.note(root, at: position)
    if root["kind"]?.equals("redact") == true, let digests = payload["digests"] {
      for digest in digests.elements.compactMap(\.string) where redactedBy[digest] == nil {
        redactedBy[digest] = position
      }
    }
  }

  /// Follows every reference inside a value: an object with `leaf` and `seq`.
  private mutating func follow(_ element: Element, _ position: UInt64, _ tree: LogTree) {
    switch element.kind {
    case .object:
      if let leaf = element["leaf"]?.string, let target = element["seq"]?.integer {
        compare(leaf, UInt64(clamping: target), position, tree)
      }
      for member in element.members { follow(member.value, position, tree) }
    case .array:
      for value in element.elements where value.kind == .object { follow(value, position, tree) }
    default: break
    }
  }

  private mutating func compare(_ leaf: String, _ target: UInt64, _ position: UInt64, _ tree: LogTree) {
    referenceCount += 1
    guard target < position else { return fault("refers to #\(target), which is not earlier", position) }
    guard let hash = try? tree.leafHash(at: target), hash.hex.utf8.elementsEqual(leaf.utf8) else {
      return fault("refers to #\(target) by a hash that is not that of the event there", position)
    }
  }

  private mutating func checkIndex(_ root: Element, _ position: UInt64, _ ledger: Ledger) throws {
    guard let id = root["id"]?.string.flatMap({ EventID($0) }) else { return fault("has no id", position) }
    let indexed = try ledger.position(of: id)
    if indexed != position {
      fault("its id stands in the index at \(indexed.map { "#\($0)" } ?? "no position")", position)
    }
  }
}
