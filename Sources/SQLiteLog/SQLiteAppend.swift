internal import Ledger
internal import TransparencyLog
internal import Vocabulary

/// One caller's part of a transaction: what it may ask, and what it has appended so far.
///
/// Events collect in a batch and are inserted when it is full or the caller is done, so that a caller who is refused
/// has usually written nothing. A large append hands full batches to a second thread.
final class SQLiteAppend: AppendTransaction {
  @exclusivity(unchecked) private var grown: Frontier
  private let writer: LogWriter
  private let reader: LogReader?
  private let base: UInt64
  private var batch: Batch
  private var lane: BulkLane?
  private var filter: IDFilter?
  private var recent: RecentEvents?
  /// The ids that the ledger assigned to events of this part lie in here.
  private var assigned: ClosedRange<EventID>?
  private var hasSavepoint = false
  private var lastTile: (index: UInt64, bytes: [UInt8])?

  /// Begins after the events of `frontier`. A reader says that the append is large: it sees the log as it was before.
  init(_ writer: LogWriter, _ frontier: Frontier, batch: Batch, reader: LogReader?) {
    self.writer = writer
    unsafe grown = frontier
    self.batch = batch
    self.reader = reader
    base = frontier.size
    batch.restart(at: frontier.size)
  }

  var frontier: Frontier { unsafe grown }
  var size: UInt64 { unsafe grown.size }

  func append(id: EventID, isAssigned: Bool, leaf: UnsafeRawBufferPointer) throws(LedgerError) -> Digest {
    let position = size
    let batch = batch
    let hash = unsafe Digest.leaf(leaf)
    unsafe batch.add(id, leaf)
    unsafe grown.append(hash) { tile, bytes in batch.add(tile, bytes) }
    if isAssigned {
      assigned = (assigned?.lowerBound ?? id)...id
    } else if filter != nil {
      remember(id, position, hash)
    }
    if batch.isFull { try insertBatch() }
    return hash
  }

  func keep(_ disclosure: SealedDisclosure) throws(LedgerError) { batch.add(disclosure) }

  // MARK: Questions

  func position(of id: EventID) throws(LedgerError) -> UInt64? {
    guard let filter, let recent else {
      if let here = batch.position(of: id) { return here }
      return try writer.position(of: id)
    }
    if let known = recent.position(of: id) { return known }
    if let reader, base > 0, let old = try reader.position(of: id) {
      self.recent?.insert(id, old)
      return old
    }
    guard filter.mayContain(id) || assigned?.contains(id) ?? false else { return nil }
    if let here = batch.position(of: id) { return here }
    try handOver()
    guard let found = try writer.position(of: id) else { return nil }
    self.recent?.insert(id, found)
    return found
  }

  func leafHash(at position: UInt64) throws(LedgerError) -> Digest {
    guard position < size else { throw .noSuchPosition(position, size: size) }
    if let hash = frontier.hash(level: 0, index: position) ?? recent?.hash(at: position) { return hash }
    let tile = TileID(level: 0, index: position >> 8)
    if lastTile?.index != tile.index { lastTile = (tile.index, try bytes(of: tile)) }
    guard let bytes = lastTile?.bytes, let hash = TileSearch.hash(at: Int(position & 255), in: bytes) else {
      throw .damaged(path: writer.path, reason: "the tile of event #\(position) has the wrong length")
    }
    recent?.insert(position, hash)
    return hash
  }

  func position(ofLeaf hash: Digest) throws(LedgerError) -> UInt64? {
    let edge = frontier.partialTile(level: 0)
    if let place = edge.firstIndex(of: hash) { return size & ~255 + UInt64(place - edge.startIndex) }
    for tile in batch.tiles where tile.id.level == 0 {
      if let place = unsafe tile.bytes.withUnsafeBytes({ unsafe TileSearch.place(of: hash, in: $0) }) {
        return tile.id.index << 8 | UInt64(place)
      }
    }
    try handOver()
    return try writer.position(ofLeaf: hash)
  }

  func leaf(at position: UInt64) throws(LedgerError) -> [UInt8] {
    guard position < size else { throw .noSuchPosition(position, size: size) }
    if position >= batch.first, batch.count > 0 { return unsafe [UInt8](batch.leaf(Int(position - batch.first))) }
    let leaf: [UInt8]?
    if let reader, position < base {
      leaf = try reader.leaf(at: position)
    } else {
      try handOver()
      leaf = try writer.leaf(at: position)
    }
    guard let leaf else { throw .damaged(path: writer.path, reason: "event #\(position) is missing") }
    return leaf
  }

  private func bytes(of tile: TileID) throws(LedgerError) -> [UInt8] {
    if let here = batch.tiles.first(where: { $0.id == tile }) { return here.bytes }
    let stored: [UInt8]?
    if let reader, (tile.index + 1) << 8 <= base {
      stored = try reader.tile(tile)
    } else {
      try handOver()
      stored = try writer.tile(tile)
    }
    guard let stored else { throw .damaged(path: writer.path, reason: "tile \(tile.path()) is missing") }
    return stored
  }

  // MARK: Writing

  private func remember(_ id: EventID, _ position: UInt64, _ hash: Digest) {
    filter?.insert(id)
    recent?.insert(id, position)
    recent?.insert(position, hash)
  }

  /// Inserts the batch, on the second thread when the append is large.
  private func insertBatch() throws(LedgerError) {
    if reader != nil && lane == nil { try openLane() }
    if let lane {
      batch = try lane.exchange(batch)
    } else {
      if !hasSavepoint {
        try writer.setSavepoint()
        hasSavepoint = true
      }
      try writer.insert(batch)
    }
    batch.restart(at: size)
  }

  /// Makes sure that everything appended so far can be found by the writer's connection.
  private func handOver() throws(LedgerError) {
    guard let lane else { return }
    if !batch.isEmpty { try insertBatch() }
    try lane.drain()
  }

  private func openLane() throws(LedgerError) {
    lane = BulkLane(writer)
    guard lane != nil else { return }
    filter = IDFilter()
    recent = RecentEvents()
    batch.forEachID { id, position in
      filter?.insert(id)
      recent?.insert(id, position)
    }
  }

  /// Inserts what is left; the caller's part stands.
  func finish() throws(LedgerError) {
    if !batch.isEmpty {
      if let lane { batch = try lane.exchange(batch) } else { try writer.insert(batch) }
      batch.restart(at: size)
    }
    if let lane {
      self.lane = nil
      try lane.close()
    }
    if hasSavepoint { try writer.releaseSavepoint() }
  }

  /// Undoes the caller's part.
  func abandon() throws(LedgerError) {
    if let lane {
      self.lane = nil
      try? lane.close()
    }
    if hasSavepoint { try writer.undoToSavepoint() }
  }
}
