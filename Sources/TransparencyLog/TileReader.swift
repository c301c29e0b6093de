/// Answers with the bytes of tiles: a table of a database, a folder, a web server.
public protocol TileReader {
  /// The first `width` hashes of a tile, 32 bytes each. A reader may have to cut a tile that has grown since.
  func tile(_ tile: TileID, width: Int) throws -> [UInt8]
}
