/// A tile came with the wrong number of bytes.
public struct TileError: Error, Equatable, Sendable {
  /// The tile that was asked for.
  public let tile: TileID
  /// How many hashes were asked for.
  public let width: Int
  /// How many bytes came; 32 for each hash were due.
  public let byteCount: Int

  /// Says which tile came with how many bytes.
  public init(tile: TileID, width: Int, byteCount: Int) {
    self.tile = tile
    self.width = width
    self.byteCount = byteCount
  }
}
