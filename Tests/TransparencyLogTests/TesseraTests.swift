import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite("A whole log on disk, written by transparency-dev/tessera", .enabled(if: SharedData.isPresent))
struct TesseraTests {
  static let key = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"

  /// Reads hash tiles from the folder of the log.
  struct Folder: TileReader {
    func tile(_ tile: TileID, width: Int) throws -> [UInt8] {
      try TesseraTests.file(tile.path(width: width))
    }
  }

  static func file(_ name: String) throws -> [UInt8] {
    try SharedData.bytes("vectors/tessera/testdata/log/" + name)
  }

  @Test func `every checkpoint is signed and has the root of the entries and of the tiles`() throws {
    let key = try VerifierKey(Self.key)
    var checked = 0
    for size in 0...15 {
      let signed = try Checkpoint.open(
        Self.file("checkpoint.\(size)"), origin: "example.com/log/testdata", logKeys: [key])
      #expect(signed.checkpoint.size == UInt64(size))
      #expect(
        try Tree.root(size: UInt64(size), reader: TileHashes(size: UInt64(size), tiles: Folder()))
          == signed.checkpoint.root)
      #expect(try Frontier(size: UInt64(size), tiles: Folder()).root == signed.checkpoint.root)
      checked += 1
      guard size > 0 else { continue }
      let bundle = try Self.file(TilePath(entries: 0, width: size).description)
      let leaves = try #require(EntryBundle.leaves(bundle))
      #expect(leaves.count == size)
      var frontier = Frontier()
      for leaf in leaves { frontier.append(Digest.leaf([UInt8](leaf))) }
      #expect(frontier.root == signed.checkpoint.root)
      #expect(try frontier.partialTileBytes(level: 0) == Folder().tile(TileID(level: 0, index: 0), width: size))
    }
    print("checked: \(checked) checkpoints")
    #expect(checked == 16)
    #expect(try Self.file("checkpoint") == Self.file("checkpoint.15"))
  }

  @Test func `the log grew only by appending`() throws {
    let key = try VerifierKey(Self.key)
    let reader = TileHashes(size: 15, tiles: Folder())
    let trees = try (0...15).map {
      try Checkpoint.open(Self.file("checkpoint.\($0)"), origin: "example.com/log/testdata", logKeys: [key]).checkpoint
    }
    var checked = 0
    for old in trees.dropFirst() {
      for new in trees where new.size >= old.size {
        let proof = try Tree.proveConsistency(from: old.size, to: new.size, reader: reader)
        try Tree.verifyConsistency(
          from: old.size, fromRoot: old.root, to: new.size, toRoot: new.root, proof: proof)
        checked += 1
      }
    }
    print("checked: \(checked) pairs of checkpoints")
    #expect(checked == 120)
  }

  @Test func `a bundle that ends within a leaf is refused`() throws {
    let bundle = try Self.file("tile/entries/000.p/15")
    var whole = 0
    for count in 0..<bundle.count where EntryBundle.leaves([UInt8](bundle.prefix(count))) != nil { whole += 1 }
    #expect(whole == 15)
    var again: [UInt8] = []
    for leaf in try #require(EntryBundle.leaves(bundle)) {
      unsafe leaf.withUnsafeBytes { unsafe EntryBundle.append($0, to: &again) }
    }
    #expect(again == bundle)
    #expect(EntryBundle.leaves([UInt8](repeating: 0, count: 512))?.count == 256)
    #expect(EntryBundle.leaves([UInt8](repeating: 0, count: 514)) == nil)
  }
}
