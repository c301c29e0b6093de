internal import Leaf

/// What sealing needs besides the draft: what the ledger assigns, and how names and references are resolved; and what
/// it remembers from one draft to the next.
///
/// It belongs to one call of append: ids and events are only added meanwhile, so that what was found stands. One thread
/// at a time.
public final class SealContext {
  /// The recorded time, UTC, `YYYY-MM-DDThh:mm:ssZ`.
  public var at: String { didSet { rewriting = nil } }
  /// The recorder's key id.
  public var by: String { didSet { rewriting = nil } }
  /// The id for a draft that brings none.
  public var id: EventID
  /// The position at which the draft will stand: all below are earlier.
  public var position: UInt64 = .max
  /// Where names are resolved.
  public var directory: any Directory
  /// SHA-256, for `@name`.
  public let sha256: ([UInt8]) -> [UInt8]
  /// The earlier event that a draft names; `nil` when there is none.
  public let event: (EventName) -> EventRef?
  /// The digests of the values that the draft's `protect` hides, in any order.
  public var withheld: [String] = []
  /// The digests that hide the named values of earlier events, for `redact`; `nil` when one is not found.
  public var digests: (_ fields: [String], _ targets: [EventRef]) -> [String]? = { _, _ in nil }

  /// Ids that are known, and events that were named.
  let ids = KnownIDs()
  let events = KnownEvents()
  /// The notes of the draft that is being sealed.
  @exclusivity(unchecked) private var notes: [Needs.Note] = []
  private var rewriting: Rewriting?

  public init(
    at: String, by: String, id: EventID, directory: any Directory, sha256: @escaping ([UInt8]) -> [UInt8],
    event: @escaping (EventName) -> EventRef?
  ) {
    self.at = at
    self.by = by
    self.id = id
    self.directory = directory
    self.sha256 = sha256
    self.event = event
  }

  /// The changes that every draft needs: what the ledger assigns to all of one call.
  func beginRewriting() -> Rewriting {
    if let rewriting {
      rewriting.restart()
      return rewriting
    }
    let rewriting = Rewriting()
    for (key, text) in [("at", at), ("by", by)] as [(StaticString, String)] {
      rewriting.begin(key)
      var bytes: [UInt8] = []
      Rewriting.string(text, to: &bytes)
      rewriting.put(bytes.span)
      rewriting.add(to: 0)
    }
    rewriting.begin("v")
    var version: [UInt8] = []
    Rewriting.integer(Event.version, to: &version)
    rewriting.put(version.span)
    rewriting.add(to: 0)
    rewriting.keep()
    self.rewriting = rewriting
    return rewriting
  }

  /// An empty list of notes; given back with ``giveBack(_:)``.
  func takeNotes() -> [Needs.Note] {
    var taken: [Needs.Note] = []
    unsafe swap(&taken, &notes)
    return taken
  }

  func giveBack(_ notes: consuming [Needs.Note]) {
    notes.removeAll(keepingCapacity: true)
    unsafe self.notes = notes
  }
}
