internal import Leaf
public import Ledger

/// Every redaction that a log announces: which digests, by which event, of which events.
public struct Redactions: Sendable {
  /// One `redact` event.
  public struct Announcement: Equatable, Sendable {
    /// Its position.
    public var position: UInt64
    /// The events whose values it destroys.
    public var targets: [UInt64]
    /// The digests of the values, as `_sd` holds them.
    public var digests: [String]
  }

  /// In the order of the log.
  public private(set) var announcements: [Announcement] = []
  private var byDigest: [String: UInt64] = [:]

  /// Of nothing.
  public init() {}

  /// Reads through a ledger.
  public init(of ledger: Ledger) throws {
    try unsafe ledger.read(0..<UInt64.max >> 1) { position, leaf in unsafe take(position, leaf) }
  }

  /// The first event that redacts a digest; `nil` when none does.
  public func event(redacting digest: String) -> UInt64? { byDigest[digest] }

  /// Takes a leaf into account.
  mutating func take(_ position: UInt64, _ leaf: [UInt8]) {
    unsafe leaf.withUnsafeBytes { unsafe take(position, $0) }
  }

  private mutating func take(_ position: UInt64, _ leaf: UnsafeRawBufferPointer) {
    guard unsafe Redactions.mayBeOne(leaf) else { return }
    var document = Document()
    guard (try? unsafe document.parse(leaf, as: .trusted)) != nil, document.root["kind"]?.equals("redact") == true,
      let digests = document.root["payload"]?["digests"]
    else { return }
    let targets = document.root["refs"].map { refs in
      refs.elements.filter { $0["rel"]?.equals("redacts") == true }.compactMap { $0["seq"]?.integer }
    }
    let announcement = Announcement(
      position: position, targets: (targets ?? []).map { UInt64(clamping: $0) },
      digests: digests.elements.compactMap(\.string))
    announcements.append(announcement)
    for digest in announcement.digests where byDigest[digest] == nil { byDigest[digest] = position }
  }

  /// Whether the bytes hold the word: most leaves need no closer look.
  private static func mayBeOne(_ leaf: UnsafeRawBufferPointer) -> Bool {
    let word = Array("\"redact\"".utf8)
    guard leaf.count >= word.count else { return false }
    var index = 0
    while index <= leaf.count - word.count {
      if unsafe leaf[index] == 0x22, unsafe leaf[index + 1] == 0x72,
        unsafe leaf[index..<index + word.count].elementsEqual(word)
      {
        return true
      }
      index += 1
    }
    return false
  }
}
