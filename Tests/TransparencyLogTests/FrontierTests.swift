import Testing
import TransparencyLog

@Suite("The frontier")
struct FrontierTests {
  @Test func `at every size up to 1000 it has the root and the tiles of the plain model, and survives storing`() throws
  {
    var model = DenseTree()
    var tree = TiledTree()
    for size in UInt64(0)...1000 {
      let frontier = tree.frontier
      #expect(frontier.size == size)
      #expect(try frontier.root == model.root(0..<size))
      for (id, width) in TileID.tiles(in: size) {
        let naive = try (0..<UInt64(width)).map {
          try model.root(Self.span(level: id.level, index: id.index * 256 + $0))
        }
        #expect(try tree.tile(id, width: width) == naive.flatMap(\.bytes), "\(id.path(width: width)) of \(size)")
      }
      let stored = frontier.encode()
      let read = try Frontier(decoding: stored)
      #expect(read == frontier)
      #expect(read.encode() == stored)
      #expect(read.root == frontier.root)
      // What was read grows exactly as what was stored.
      var (a, b) = (read, frontier)
      a.append(leafHash(7))
      b.append(leafHash(7))
      #expect(a == b)
      model.append(leafHash(size))
      tree.append(leafHash(size))
    }
  }

  @Test func `large frontiers of random sizes grow as the plain model does`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed: \(seed)")
    var random = Seeded(state: seed)
    let sizes =
      [65_535, 65_536, 65_537, 131_072] + (0..<6).map { _ in UInt64.random(in: 1000...140_000, using: &random) }
    var model = DenseTree()
    var tree = TiledTree()
    for size in sizes.sorted() {
      while model.size < size {
        let leaf = leafHash(model.size ^ seed)
        model.append(leaf)
        tree.append(leaf)
      }
      #expect(try tree.frontier.root == model.root(0..<size), "size \(size)")
      let read = try Frontier(decoding: tree.frontier.encode())
      #expect(read == tree.frontier)
      #expect(try Frontier(size: size, tiles: tree) == read)
      for level in 0..<read.levels {
        for (offset, hash) in read.partialTile(level: level).enumerated() {
          let index = size >> UInt64(8 * level) & ~255 + UInt64(offset)
          #expect(read.hash(level: level, index: index) == hash)
          #expect(try model.root(Self.span(level: level, index: index)) == hash)
        }
      }
    }
  }

  @Test func `full tiles are handed over once each, in order, when they become full`() {
    var frontier = Frontier()
    var handed: [(TileID, UInt64)] = []
    for size in UInt64(0)..<131_073 {
      frontier.append(leafHash(size)) { tile, bytes in
        #expect(bytes.count == TileID.fullByteCount)
        handed.append((tile, size))
      }
    }
    #expect(handed.count == 512 + 2)
    #expect(handed.filter { $0.0.level == 1 }.map(\.1) == [65_535, 131_071])
    #expect(handed.filter { $0.0.level == 0 }.map(\.0.index) == Array(0..<512))
    #expect(handed.allSatisfy { $0.1 == ($0.0.index + 1) << UInt64(8 * ($0.0.level + 1)) - 1 })
  }

  @Test func `a hash outside the partial tiles is not answered`() {
    var frontier = Frontier()
    for index in UInt64(0)..<300 { frontier.append(leafHash(index)) }
    #expect(frontier.hash(level: 0, index: 255) == nil)
    #expect(frontier.hash(level: 0, index: 256) == leafHash(256))
    #expect(frontier.hash(level: 0, index: 299) == leafHash(299))
    #expect(frontier.hash(level: 0, index: 300) == nil)
    #expect(frontier.hash(level: 1, index: 0) != nil)
    #expect(frontier.hash(level: 1, index: 1) == nil)
    #expect(frontier.hash(level: 2, index: 0) == nil)
    #expect(frontier.hash(level: 8, index: 0) == nil)
  }

  @Test func `bytes of another length are no frontier`() throws {
    var frontier = Frontier()
    for index in UInt64(0)..<300 { frontier.append(leafHash(index)) }
    let bytes = frontier.encode()
    #expect(bytes.count == 8 + 45 * 32)
    for count in 0..<8 {
      #expect(throws: Frontier.DecodingError.noSize(byteCount: count)) {
        try Frontier(decoding: [UInt8](bytes.prefix(count)))
      }
    }
    for count in [8, 9, bytes.count - 32, bytes.count - 1] {
      #expect(throws: Frontier.DecodingError.wrongLength(size: 300, expected: bytes.count, found: count)) {
        try Frontier(decoding: [UInt8](bytes.prefix(count)))
      }
    }
    #expect(throws: Frontier.DecodingError.wrongLength(size: 300, expected: bytes.count, found: bytes.count + 1)) {
      try Frontier(decoding: bytes + [0])
    }
    #expect(throws: Frontier.DecodingError.wrongLength(size: .max, expected: 8 + 8 * 255 * 32, found: 8)) {
      try Frontier(decoding: [UInt8](repeating: 255, count: 8))
    }
  }

  @Test func `the largest tree has a frontier, and is reached by one more leaf`() throws {
    let zero = [UInt8](repeating: 0, count: 8 * 255 * 32 - 32)
    var frontier = try Frontier(decoding: [UInt8](repeating: 255, count: 7) + [254] + zero)
    #expect(frontier.size == UInt64.max - 1)
    frontier.append(leafHash(0))
    #expect(frontier.size == UInt64.max)
    #expect(frontier.levels == 8)
    #expect(frontier.root != Digest.emptyRoot)
  }

  /// The leaves below hash number `index` of a tile level.
  static func span(level: Int, index: UInt64) -> Range<UInt64> {
    let width = UInt64(1) << UInt64(8 * level)
    return index * width..<(index + 1) * width
  }
}

/// A small generator with a seed, so that a failure can be repeated (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
