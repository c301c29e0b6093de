public import TransparencyLog
public import Vocabulary

/// Where events are kept: leaves by position, their tree, and what was signed about them.
///
/// A store keeps opaque bytes; it knows nothing of kinds or JSON. What it promises is written down as `LogPromise` in the conformance suite, and every
/// store passes the same suite: all or nothing, positions from 0 without gaps, nothing seen before it is durable, nothing lost, nothing changed.
public protocol EventLog: AnyObject, Sendable {
  /// The name of the log in its checkpoints: a URL without its scheme.
  var origin: String { get }

  /// Whether this log was opened for reading only.
  var isReadOnly: Bool { get }

  /// How the schema of the store differs from the one Daybook makes, one sentence each; empty when it does not.
  func schemaDifferences() throws(LedgerError) -> [String]

  /// How many events are durable.
  func size() throws(LedgerError) -> UInt64

  /// The right edge of the tree of all durable events.
  func frontier() throws(LedgerError) -> Frontier

  /// Runs `work` while nobody else appends, and makes what it appended durable, all or nothing.
  ///
  /// When `work` throws, nothing of it stays. Other callers' work may be committed in the same go; each stands or falls alone.
  /// `work` may run on another thread while the caller waits. What it answers is given back only after the commit.
  func append<Result>(
    _ volume: AppendVolume, _ work: (any AppendTransaction) throws(LedgerError) -> Result
  ) throws(LedgerError) -> Result

  /// Gives each leaf of a range in order, in place; the bytes are gone when `body` returns. `body` answers whether to go on.
  ///
  /// The leaves are those of one moment. Fewer than the range asks for are given when the log ends before.
  func read(
    _ positions: Range<UInt64>, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool
  ) throws

  /// The leaf at a position.
  func leaf(at position: UInt64) throws(LedgerError) -> [UInt8]

  /// Where the event with this id stands; `nil` when there is none.
  func position(of id: EventID) throws(LedgerError) -> UInt64?

  /// A full tile, 8,192 bytes; `nil` when it is not full yet.
  func fullTile(_ tile: TileID) throws(LedgerError) -> [UInt8]?

  /// How many ids stand in the index, and how many full tiles are stored: as many as the events give, when nobody added any.
  func storedCounts() throws(LedgerError) -> (ids: UInt64, tiles: UInt64)

  /// Every signed note, oldest first.
  func checkpoints() throws(LedgerError) -> [StoredCheckpoint]

  /// Keeps a signed note for good. The same note again is not kept twice.
  func keep(checkpoint note: [UInt8], size: UInt64) throws(LedgerError)

  /// The timestamps over a checkpoint.
  func tokens(of checkpoint: Int64) throws(LedgerError) -> [[UInt8]]

  /// Keeps a timestamp over a checkpoint for good.
  func keep(token: [UInt8], of checkpoint: Int64) throws(LedgerError)

  /// The sealed values of an event, by digest.
  func disclosures(of position: UInt64) throws(LedgerError) -> [SealedDisclosure]

  /// The sealed values that need the key with a number.
  func disclosures(sealedWith key: [UInt8]) throws(LedgerError) -> [SealedDisclosure]

  /// The positions of the events whose sealed values are kept, in order.
  func disclosedPositions() throws(LedgerError) -> [UInt64]

  /// Gives each sealed value that needs one of these keys to `change`, while nobody else appends, and keeps what it
  /// answers in its place; `nil` destroys the value. All or nothing.
  ///
  /// - Returns: how many were destroyed.
  func rewrite(
    disclosuresSealedWith keys: [[UInt8]], _ change: (SealedDisclosure) throws(LedgerError) -> SealedDisclosure?
  ) throws(LedgerError) -> Int

  /// Makes sure that the files of the log hold no bytes of sealed values that were destroyed or replaced; answers `false`
  /// when another program, which reads the log just now, keeps some of them there.
  func purge() throws(LedgerError) -> Bool

  /// Destroys sealed values so that the files of the log no longer hold their bytes; answers how many there were.
  func erase(disclosures digests: [[UInt8]]) throws(LedgerError) -> Int
}

/// How much one call appends.
public enum AppendVolume: Equatable, Sendable {
  /// A few events: committed together with what other callers append at the same moment.
  case few
  /// Up to millions, alone in one transaction, with memory that does not grow.
  case many
}

/// A signed note as the log keeps it.
public struct StoredCheckpoint: Equatable, Sendable {
  /// Its number, from 1 in the order of keeping.
  public var number: Int64
  /// How many events it covers.
  public var size: UInt64
  /// The note, C2SP signed-note.
  public var note: [UInt8]

  /// A note of the log.
  public init(number: Int64, size: UInt64, note: [UInt8]) {
    self.number = number
    self.size = size
    self.note = note
  }
}
