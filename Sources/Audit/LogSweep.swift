internal import TransparencyLog

/// Reads every leaf once, in order, hashes it, and compares what is stored beside it: leaf hashes, upper tiles, the right edge.
///
/// Two trees are kept where they differ: that of the *entries*, from the leaves as stored, and that of the *stored hashes*. Which of them agrees with
/// the signed roots says what was altered. Memory: two right edges and one tile.
struct LogSweep {
  /// The roots of both trees at one size.
  struct Roots: Equatable {
    var entries: Digest
    var stored: Digest
  }

  /// Positions where the entry and its stored hash disagree; the first thousand.
  private(set) var disagreements: [UInt64] = []
  /// How many there are.
  private(set) var disagreementCount = 0
  /// Tiles above the leaves, or missing tiles, that are not what the stored leaf hashes give.
  private(set) var badTiles: [(place: String, what: String)] = []
  /// Positions that should be there and are not.
  private(set) var gaps: [UInt64] = []
  /// The roots at each size that was asked for and reached.
  private(set) var roots: [UInt64: Roots] = [:]
  /// The tree of the entries read so far.
  private(set) var entries = Frontier()

  private var stored: Frontier?
  private var atTileStart = Frontier()
  private var sizes: ArraySlice<UInt64>
  private var storedSizes: ArraySlice<UInt64>
  private let fullTile: (TileID) throws -> [UInt8]?

  /// A sweep that notes the roots at these sizes.
  init(noting sizes: some Sequence<UInt64>, fullTile: @escaping (TileID) throws -> [UInt8]?) {
    let sorted = Set(sizes).sorted()
    self.sizes = sorted[...]
    storedSizes = sorted[...]
    self.fullTile = fullTile
    noteRoots()
  }

  /// Takes the next leaf.
  mutating func take(_ position: UInt64, _ leaf: UnsafeRawBufferPointer) throws {
    try take(position, hash: unsafe Digest.leaf(leaf))
  }

  /// Takes the hash of the next leaf, for whoever needs it besides.
  mutating func take(_ position: UInt64, hash: Digest) throws {
    if position != entries.size, gaps.count < 1000 { gaps.append(entries.size) }
    var completed: [(TileID, [UInt8])] = []
    entries.append(hash) { completed.append(($0, $1)) }
    if sizes.first == entries.size { noteRoots() }
    if !completed.isEmpty { try compare(completed) }
  }

  /// Compares the tail that fills no tile with the stored right edge.
  mutating func finish(_ edge: Frontier) {
    let width = entries.width(level: 0)
    let first = entries.size - UInt64(width)
    let own = entries.partialTileBytes(level: 0)
    let kept = edge.size == entries.size ? edge.partialTileBytes(level: 0) : []
    if edge.size != entries.size {
      badTiles.append(
        ("tile", "the right edge covers \(edge.size) events where \(entries.size) are stored"))
    } else if own != kept || stored != nil {
      merge(own, kept, from: first)
    }
    if edge.size == entries.size, edge != (stored ?? entries) {
      badTiles.append(("tile", "the stored right edge is not that of the stored hashes"))
    }
  }

  private mutating func compare(_ completed: [(TileID, [UInt8])]) throws {
    for (tile, own) in completed {
      guard let kept = try fullTile(tile), kept.count == TileID.fullByteCount else {
        badTiles.append((tile.path(), "is missing"))
        if tile.level == 0 { merge(own, own, from: tile.index << 8) }
        continue
      }
      if tile.level == 0 {
        if own != kept || stored != nil { merge(own, kept, from: tile.index << 8) }
      } else if stored == nil, own != kept {
        badTiles.append((tile.path(), "is not made of the tiles below it"))
      }
    }
    atTileStart = entries
  }

  /// Goes on with the tree of stored hashes, and notes where they differ from the entries.
  private mutating func merge(_ own: [UInt8], _ kept: [UInt8], from first: UInt64) {
    var tree = stored ?? atTileStart
    var upper: [(TileID, [UInt8])] = []
    while let size = storedSizes.first, size <= tree.size { storedSizes.removeFirst() }
    for index in 0..<kept.count / Digest.byteCount {
      let range = index * Digest.byteCount..<(index + 1) * Digest.byteCount
      if own[range] != kept[range] {
        disagreementCount += 1
        if disagreements.count < 1000 { disagreements.append(first + UInt64(index)) }
      }
      tree.append(Digest(kept[range]) ?? .emptyRoot) { if $0.level > 0 { upper.append(($0, $1)) } }
      while storedSizes.first == tree.size {
        roots[tree.size]?.stored = tree.root
        storedSizes.removeFirst()
      }
    }
    stored = tree
    for (tile, own) in upper where (try? fullTile(tile)) != own {
      badTiles.append((tile.path(), "is not made of the tiles below it"))
    }
  }

  private mutating func noteRoots() {
    while sizes.first == entries.size {
      let root = entries.root
      roots[entries.size] = Roots(entries: root, stored: root)
      sizes.removeFirst()
    }
  }
}
