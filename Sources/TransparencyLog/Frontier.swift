/// The right edge of a growing tree: the hashes of every tile that is not yet full.
///
/// It is all that appending needs. At level *l* it holds `size / 256^l mod 256` hashes, so that it takes at most 8 KiB
/// for each level (three levels up to 16.7 million leaves). A tile that becomes full is handed to the caller and replaced
/// by its root, one level above; that is 255 hashes for 256 leaves, all in place and without allocation for a leaf.
public struct Frontier: Sendable, Equatable {
  /// How many leaves the tree has.
  public private(set) var size: UInt64
  /// One block of 256 places for each level in use; in each the first ``width(level:)`` are filled, the rest arbitrary.
  private var hashes: [Digest]

  /// The frontier of a tree without leaves.
  public init() {
    size = 0
    hashes = []
  }

  /// The frontier with the given partial tiles, lowest level first; each must have the width that `size` asks for.
  init(size: UInt64, partialTiles: [[Digest]]) {
    self.size = size
    hashes = []
    for (level, tile) in partialTiles.enumerated() {
      precondition(tile.count == Frontier.width(level: level, size: size), "a partial tile has the width its size asks")
      hashes += tile + repeatElement(Digest.emptyRoot, count: TileID.fullWidth - tile.count)
    }
  }

  /// The frontier of a tree of `size` leaves whose tiles are kept elsewhere; `tile` answers the first hashes of a tile.
  ///
  /// Throws what `tile` throws, and ``TileError`` for an answer of another length.
  public init(size: UInt64, tile: (TileID, Int) throws -> [UInt8]) throws {
    let tiles = try (0..<Frontier.levels(size: size)).map { level in
      let width = Frontier.width(level: level, size: size)
      guard width > 0 else { return [Digest]() }
      let id = TileID(level: level, index: size >> UInt64(8 * (level + 1)))
      let bytes = try tile(id, width)
      guard bytes.count == width * Digest.byteCount else {
        throw TileError(tile: id, width: width, byteCount: bytes.count)
      }
      return Digest.split(bytes[...])
    }
    self.init(size: size, partialTiles: tiles)
  }

  /// How many levels are in use, counting those that happen to hold no hash.
  public var levels: Int { Frontier.levels(size: size) }

  /// How many hashes the partial tile of a level holds, 0 to 255.
  public func width(level: Int) -> Int { Frontier.width(level: level, size: size) }

  static func width(level: Int, size: UInt64) -> Int { Int(size >> UInt64(8 * level) & 255) }
  static func levels(size: UInt64) -> Int { (71 - size.leadingZeroBitCount) / 8 }

  /// Adds one leaf hash at the end.
  ///
  /// `completed` is called with each tile that this leaf makes full, lowest level first: its name and its 8,192 bytes.
  /// It is called for every 256th leaf, never more than eight times for one. Cost: one node hash per leaf on average.
  public mutating func append(_ leaf: Digest, completed: (TileID, [UInt8]) -> Void) {
    precondition(size < UInt64.max, "a tree has fewer than 2^64 leaves")
    var hash = leaf
    var level = 0
    while true {
      let base = level * TileID.fullWidth
      let width = Frontier.width(level: level, size: size)
      if base == hashes.count {
        hashes.append(contentsOf: repeatElement(Digest.emptyRoot, count: TileID.fullWidth))
      }
      hashes[base + width] = hash
      guard width == TileID.fullWidth - 1 else { break }
      let tile = TileID(level: level, index: size >> UInt64(8 * (level + 1)))
      completed(tile, Digest.concatenate(hashes[base..<base + TileID.fullWidth]))
      hash = collapse(at: base)
      level += 1
    }
    size += 1
  }

  /// Adds one leaf hash at the end when no one keeps full tiles, as a verifier does.
  public mutating func append(_ leaf: Digest) {
    append(leaf) { _, _ in }
  }

  /// Hashes the full tile at `base` down to its root, in place; its contents are spent.
  private mutating func collapse(at base: Int) -> Digest {
    var width = TileID.fullWidth
    while width > 1 {
      width /= 2
      for i in 0..<width {
        hashes[base + i] = Digest.node(hashes[base + 2 * i], hashes[base + 2 * i + 1])
      }
    }
    return hashes[base]
  }

  /// The hash of the tree as it stands. Cost: at most 255 node hashes for each level, so ask once for a batch.
  public var root: Digest {
    var root: Digest?
    for level in 0..<levels {
      let base = level * TileID.fullWidth
      var rest = hashes[base..<base + width(level: level)]
      while !rest.isEmpty {
        // The largest complete subtree that ends here has as many hashes as the lowest set bit of the count.
        let count = 1 << rest.count.trailingZeroBitCount
        let subtree = Tree.collapse(rest.suffix(count))
        root = if let right = root { Digest.node(subtree, right) } else { subtree }
        rest.removeLast(count)
      }
    }
    return root ?? Digest.emptyRoot
  }

  /// The hashes of the partial tile of a level, in order; empty when the last tile is full.
  public func partialTile(level: Int) -> ArraySlice<Digest> {
    let base = level * TileID.fullWidth
    return level < levels ? hashes[base..<base + width(level: level)] : []
  }

  /// The bytes of the partial tile of a level as C2SP tlog-tiles serves it; empty when the last tile is full.
  public func partialTileBytes(level: Int) -> [UInt8] {
    Digest.concatenate(partialTile(level: level))
  }

  /// The hash number `index` of tile level `level`, or `nil` when it lies in a full tile or beyond the end.
  public func hash(level: Int, index: UInt64) -> Digest? {
    guard TileID.levels.contains(level) else { return nil }
    let all = size >> UInt64(8 * level)
    guard index < all, index >> 8 == all >> 8 else { return nil }
    return hashes[level * TileID.fullWidth + Int(index & 255)]
  }

  /// Two frontiers are equal when they hold the same hashes; what a spent tile left behind does not count.
  public static func == (a: Frontier, b: Frontier) -> Bool {
    a.size == b.size && (0..<a.levels).allSatisfy { a.partialTile(level: $0) == b.partialTile(level: $0) }
  }
}
