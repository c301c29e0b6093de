import Foundation
import TestSupport
import Testing
import TransparencyLog

@Suite("Tiles, vectors of C2SP tlog-tiles", .enabled(if: SharedData.isPresent))
struct TileTests {
  struct Tile: Decodable {
    let path: String
    let width: Int
    let sha256: String
  }

  /// A row of tile_paths.json: an index and a path.
  struct Path: Decodable {
    let index: UInt64
    let path: String

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      index = try row.decode(UInt64.self)
      path = try row.decode(String.self)
    }
  }

  @Test(arguments: [1: 1, 255: 1, 256: 2, 257: 3, 1000: 5, 70_000: 277].sorted { $0.key < $1.key })
  func `a tree has exactly the published tiles`(size: Int, count: Int) throws {
    let tiles: [Tile] = try Vectors.json("tlog/tiles_\(size).json")
    let tree = TiledTree.of(size: UInt64(size))
    let ours = TileID.tiles(in: UInt64(size)).map { $0.id.path(width: $0.width) }
    #expect(Set(ours) == Set(tiles.map(\.path)))
    for tile in tiles {
      let path = try #require(TilePath(tile.path))
      let id = try #require(path.tile)
      #expect(path.width == tile.width)
      #expect(id.width(in: UInt64(size)) == tile.width)
      #expect(Digest.sha256(try tree.tile(id, width: tile.width)).hex == tile.sha256, "\(tile.path)")
    }
    print("checked: \(tiles.count) tiles of \(size) leaves")
    #expect(tiles.count == ours.count)
    #expect(tiles.count == count)
  }

  @Test(arguments: [(1000, 5), (70_000, 3)])
  func `tiles lie on disk byte for byte as ours`(size: Int, count: Int) throws {
    let folder = "vectors/tlog/tiles_\(size)"
    let tree = TiledTree.of(size: UInt64(size))
    var checked = 0
    for url in try SharedData.files(folder) where !url.hasDirectoryPath && url.isRegularFile {
      let name = url.path.components(separatedBy: folder + "/")[1]
      let path = try #require(TilePath(name))
      let id = try #require(path.tile)
      #expect(try tree.tile(id, width: path.width) == [UInt8](Data(contentsOf: url)), "\(name)")
      checked += 1
    }
    print("checked: \(checked) files")
    #expect(checked == count)
  }

  @Test func `paths are written and read as published`() throws {
    let paths: [Path] = try Vectors.json("tlog/tile_paths.json")
    for row in paths {
      let id = TileID(level: 0, index: row.index)
      #expect(id.path(width: row.path.contains(".p/") ? 17 : 256) == row.path)
      #expect(TilePath(row.path)?.tile == id)
    }
    print("checked: \(paths.count) paths")
    #expect(paths.count == 14)
  }

  @Test(arguments: [
    "", "tile", "tile/0", "tile/0/", "tile//000", "tile/8/000", "tile/63/000", "tile/-1/000", "tile/00/000",
    "tile/0/0", "tile/0/0000", "tile/0/1000", "tile/0/x000/000", "tile/0/001/000", "tile/0/x001/x000",
    "tile/0/x001/00", "tile/0/+01", "tile/0/000.p", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/017",
    "tile/0/000.p/-1", "tile/0/000.p/1/1", "/tile/0/000", "tile/0/000/", "tile/0/..", "tile/data/000", "Tile/0/000",
    "tile/0/x018/x446/x744/x073/x709/x551/616", "tile/0/\u{661}00", "tile/0/000\n",
  ])
  func `a path that is not written as specified is refused`(path: String) {
    #expect(TilePath(path) == nil)
  }

  @Test func `the largest index has a path, and entries have theirs`() {
    let last = TilePath(tile: TileID(level: 7, index: .max))
    #expect(last.description == "tile/7/x018/x446/x744/x073/x709/x551/615")
    #expect(TilePath(last.description) == last)
    #expect(TilePath(entries: 1_234_067, width: 8).description == "tile/entries/x001/x234/067.p/8")
    #expect(TilePath("tile/entries/x001/x234/067.p/8") == TilePath(entries: 1_234_067, width: 8))
    #expect(TilePath("tile/entries/000")?.tile == nil)
  }
}

extension URL {
  var isRegularFile: Bool { (try? resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
}
