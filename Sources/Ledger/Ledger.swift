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
  private let clock: @Sendable () -> Int64

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
  }

  /// The name of the log in its checkpoints.
  public var origin: String { log.origin }

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

  // MARK: Appending

  /// Appends drafts, all or nothing; returns after they are durable.
  ///
  /// Each draft is sealed by `sealer`. A draft whose id is there already is compared: the same bytes succeed and give the first position, other bytes
  /// are refused. References must point to earlier events, also to earlier drafts of the same call.
  ///
  /// - Parameters:
  ///   - drafts: one JSON object each; an error names the line.
  ///   - sealer: makes leaves of drafts.
  ///   - recorder: who records, the id of a key.
  ///   - expected: refuses with `stale` unless the ledger has exactly that many events.
  ///   - volume: `.few` shares the commit with other callers and decodes before waiting for its turn; `.many` streams.
  public func append<S: Sealer>(
    _ drafts: any DraftSource, sealer: S, recorder: String, expecting expected: UInt64? = nil,
    volume: AppendVolume = .many
  ) throws(LedgerError) -> AppendReceipt {
    switch volume {
    case .few:
      var decoded: [(line: Int, draft: S.Draft)] = []
      while let next = try unsafe drafts.next() {
        decoded.append((unsafe next.line, try unsafe decode(next.draft, next.line, sealer)))
      }
      var rest = decoded[...]
      return try append(sealer, recorder, expected, volume) { () throws(LedgerError) in rest.popFirst() }
    case .many:
      return try append(sealer, recorder, expected, volume) { () throws(LedgerError) in
        guard let next = try unsafe drafts.next() else { return nil }
        return (unsafe next.line, try unsafe self.decode(next.draft, next.line, sealer))
      }
    }
  }

  private func append<S: Sealer>(
    _ sealer: S, _ recorder: String, _ expected: UInt64?, _ volume: AppendVolume,
    next: () throws(LedgerError) -> (line: Int, draft: S.Draft)?
  ) throws(LedgerError) -> AppendReceipt {
    try log.append(volume) { transaction throws(LedgerError) in
      if let expected, expected != transaction.size { throw .stale(expected: expected, size: transaction.size) }
      let now = clock()
      var rules = AppendRules(sealer, transaction, at: UTCTime.text(milliseconds: now), by: recorder)
      var receipt = AppendReceipt(transaction.frontier)
      var ids = EventIDs()
      var random = SystemRandomNumberGenerator()
      while let (line, draft) = try next() {
        do throws(LedgerError) {
          let outcome = try rules.apply(draft) { ids.next(milliseconds: clock(), random: random.next()) }
          switch outcome {
          case .appended(let position): receipt.note(position, isNew: true)
          case .already(let position): receipt.note(position, isNew: false)
          }
        } catch { throw error.at(line: line) }
      }
      receipt.close(transaction.frontier)
      return receipt
    }
  }

  private func decode<S: Sealer>(
    _ bytes: UnsafeRawBufferPointer, _ line: Int, _ sealer: S
  ) throws(LedgerError) -> S.Draft {
    do throws(LedgerError) { return try unsafe sealer.decode(bytes) } catch { throw error.at(line: line) }
  }
}

extension LedgerError {
  /// The same refusal with the line that caused it.
  func at(line: Int) -> LedgerError {
    if case .refused(nil, let refusal) = self { .refused(line: line, refusal) } else { self }
  }
}
