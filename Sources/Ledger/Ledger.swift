public import TransparencyLog
public import Vocabulary

/// A ledger: the log with its append rules, the originals, and the keys. What every other part of Daybook goes through.
///
/// Any number of threads may use one ledger. Many processes may have the same ledger open.
public final class Ledger: Sendable {
  /// Where its parts lie.
  public let folder: LedgerFolder
  /// The events. Append through the ledger, which applies the rules.
  public let log: any EventLog
  /// The originals.
  public let evidence: EvidenceStore
  /// The keys.
  public let keys: KeyStore
  /// Protected values.
  public let disclosures: Disclosures
  /// Who was given which protected values.
  public let readers: Readers
  let clock: @Sendable () -> Int64

  /// A ledger of parts that are open already.
  ///
  /// - Parameters:
  ///   - folder: where evidence and keys lie.
  ///   - log: the store of the events.
  ///   - clock: milliseconds since 1970; `nil` is the clock of the system.
  public init(folder: LedgerFolder, log: any EventLog, clock: (@Sendable () -> Int64)? = nil) {
    self.folder = folder
    self.log = log
    self.clock = clock ?? { systemMilliseconds() }
    evidence = EvidenceStore(folder.evidence)
    keys = KeyStore(folder.keys)
    disclosures = Disclosures(keys: SubjectKeys(folder.keys + "/subjects"))
    readers = Readers(folder.keys + "/readers")
  }

  /// The name of the log in its checkpoints.
  public var origin: String { log.origin }

  /// The time that an event appended now would be recorded at, UTC, `YYYY-MM-DDThh:mm:ssZ`.
  public var now: String { UTCTime.text(milliseconds: clock()) }

  /// Milliseconds since 1970 by the clock of the ledger.
  package var milliseconds: Int64 { clock() }

  // MARK: Reading

  /// How many events there are.
  public var size: UInt64 { get throws(LedgerError) { try log.size() } }

  /// The root of the tree of all events, with its size.
  public func head() throws(LedgerError) -> (size: UInt64, root: Digest) {
    let frontier = try log.frontier()
    return (frontier.size, frontier.root)
  }

  /// The leaf at a position.
  public func leaf(at position: UInt64) throws(LedgerError) -> [UInt8] { try log.leaf(at: position) }

  /// Where the event with this id stands; `nil` when there is none.
  public func position(of id: EventID) throws(LedgerError) -> UInt64? { try log.position(of: id) }

  /// The hash of the leaf at a position, from the tree.
  public func leafHash(at position: UInt64) throws(LedgerError) -> Digest {
    try tree().leafHash(at: position)
  }

  /// Gives each leaf of a range in order, in place; the bytes are gone when `body` returns.
  public func read(_ positions: Range<UInt64>, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Void) throws {
    try unsafe log.read(positions) { position, leaf in
      try unsafe body(position, leaf)
      return true
    }
  }

  /// The tree as it stands now: its root, its hashes, and so every proof.
  public func tree() throws(LedgerError) -> LogTree { LogTree(log, frontier: try log.frontier()) }
}
