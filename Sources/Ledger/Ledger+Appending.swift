internal import TransparencyLog
internal import Vocabulary

extension Ledger {
  /// Appends drafts, all or nothing; returns after they are durable.
  ///
  /// Each draft is sealed by `sealer`. A draft whose id is there already is compared: the same bytes succeed and give the first position, other bytes
  /// are refused. References must point to earlier events, also to earlier drafts of the same call. When a draft is refused, those after it are
  /// looked at all the same, as far as ``Refusals`` goes, so that a person can mend a whole file at once.
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
    try append(drafts, sealer, recorder, expected, volume) { _, _ in }
  }

  /// Does all that an append does, but keeps nothing.
  ///
  /// - Parameter leaf: gets each leaf that would be appended, with its position.
  public func rehearse<S: Sealer>(
    _ drafts: any DraftSource, sealer: S, recorder: String, expecting expected: UInt64? = nil,
    leaf: @escaping (UInt64, [UInt8]) -> Void
  ) throws(LedgerError) -> AppendReceipt {
    var receipt: AppendReceipt?
    do throws(LedgerError) {
      _ = try append(drafts, sealer, recorder, expected, .many, leaf) { receipt = $0 }
    } catch {
      guard case .rehearsed = error, let receipt else { throw error }
      return receipt
    }
    preconditionFailure("a rehearsal is always undone")
  }

  private func append<S: Sealer>(
    _ drafts: any DraftSource, _ sealer: S, _ recorder: String, _ expected: UInt64?, _ volume: AppendVolume,
    _ leaf: (UInt64, [UInt8]) -> Void, rehearsing: ((AppendReceipt) -> Void)? = nil
  ) throws(LedgerError) -> AppendReceipt {
    try keys.refuseFrozen()
    var decoded: [Decoded] = []
    if volume == .few {
      while let next = try unsafe drafts.next() { decoded.append(unsafe decode(next.draft, next.line, sealer)) }
    }
    var rest = decoded[...]
    let next = { () throws(LedgerError) -> Decoded? in
      if volume == .few { return rest.popFirst() }
      guard let next = try unsafe drafts.next() else { return nil }
      return unsafe self.decode(next.draft, next.line, sealer)
    }
    return try log.append(volume) { transaction throws(LedgerError) in
      if let expected, expected != transaction.size { throw .stale(expected: expected, size: transaction.size) }
      var rules = AppendRules(sealer, transaction, at: UTCTime.text(milliseconds: clock()), by: recorder)
      let receipt = try apply(next, &rules, transaction, leaf)
      if let rehearsing {
        rehearsing(receipt)
        throw .rehearsed
      }
      try rules.sealHidden(disclosures)
      return receipt
    }
  }

  /// Applies drafts until there are no more, or so many are refused that the rest does not matter.
  private func apply<S: Sealer>(
    _ next: () throws(LedgerError) -> Decoded?, _ rules: inout AppendRules<S>,
    _ transaction: any AppendTransaction, _ leaf: (UInt64, [UInt8]) -> Void
  ) throws(LedgerError) -> AppendReceipt {
    var receipt = AppendReceipt(transaction.frontier)
    var refusals = Refusals()
    var ids = EventIDs()
    var random = RandomWords()
    let newID = { ids.next(milliseconds: self.clock(), random: random.next()) }
    while refusals.goOn(), let decoded = try refusals.collecting(next) {
      do throws(LedgerError) {
        switch try rules.apply(try decoded.get(for: rules.sealer), newID: newID) {
        case .appended(let position):
          receipt.note(position, isNew: true)
          leaf(position, rules.leaf)
        case .already(let position): receipt.note(position, isNew: false)
        }
      } catch {
        try refusals.add(error, line: decoded.line)
        try rules.holdPlace(of: try? decoded.get(for: rules.sealer), newID: newID)
      }
    }
    if let error = refusals.error { throw error }
    receipt.close(transaction.frontier)
    return receipt
  }

  private func decode<S: Sealer>(_ bytes: UnsafeRawBufferPointer, _ line: Int, _ sealer: S) -> Decoded {
    do throws(LedgerError) {
      return Decoded(line: line, draft: try unsafe sealer.decode(bytes))
    } catch {
      return Decoded(line: line, error: error)
    }
  }
}

/// A draft with its line, or why it could not be read.
///
/// Not generic over the sealer, so that no type has to be looked up for each of millions of drafts.
private struct Decoded {
  var line: Int
  private var draft: AnyObject?
  private var error: LedgerError?

  init(line: Int, draft: AnyObject) { (self.line, self.draft) = (line, draft) }
  init(line: Int, error: LedgerError) { (self.line, self.error) = (line, error) }

  /// The draft as the sealer that decoded it knows it.
  func get<S: Sealer>(for sealer: S) throws(LedgerError) -> S.Draft {
    if let error { throw error }
    guard let draft else { preconditionFailure("a draft is decoded or refused") }
    return unsafe unsafeDowncast(draft, to: S.Draft.self)
  }
}
