/// The stored form: the size in eight bytes, most significant first; then the partial tiles, lowest level first, their
/// hashes end to end. The size alone says how many hashes each level has, so there is one form for each frontier.
extension Frontier {
  /// Why bytes are no frontier.
  public enum DecodingError: Error, Equatable, Sendable {
    /// There are fewer than the eight bytes of the size.
    case noSize(byteCount: Int)
    /// A frontier of this size takes another number of bytes.
    case wrongLength(size: UInt64, expected: Int, found: Int)
  }

  /// The stored form, 8 bytes and 32 for each hash.
  public func encode() -> [UInt8] {
    var bytes = (0..<8).map { UInt8(truncatingIfNeeded: size >> UInt64(56 - 8 * $0)) }
    for level in 0..<levels { bytes += partialTileBytes(level: level) }
    return bytes
  }

  /// Reads the stored form.
  public init(decoding bytes: [UInt8]) throws(DecodingError) {
    guard bytes.count >= 8 else { throw .noSize(byteCount: bytes.count) }
    let size = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    let widths = (0..<Frontier.levels(size: size)).map { Frontier.width(level: $0, size: size) }
    let expected = 8 + widths.reduce(0, +) * Digest.byteCount
    guard bytes.count == expected else {
      throw .wrongLength(size: size, expected: expected, found: bytes.count)
    }
    var position = 8
    let tiles = widths.map { width in
      defer { position += width * Digest.byteCount }
      return Digest.split(bytes[position..<position + width * Digest.byteCount])
    }
    self.init(size: size, partialTiles: tiles)
  }

  /// Gathers the frontier of a tree of `size` leaves from its partial tiles. It trusts them; compare ``root``.
  public init(size: UInt64, tiles: some TileReader) throws {
    let partial = try (0..<Frontier.levels(size: size)).map { level -> [Digest] in
      let width = Frontier.width(level: level, size: size)
      guard width > 0 else { return [] }
      let tile = TileID(level: level, index: size >> UInt64(8 * (level + 1)))
      let bytes = try tiles.tile(tile, width: width)
      guard bytes.count == width * Digest.byteCount else {
        throw TileError(tile: tile, width: width, byteCount: bytes.count)
      }
      return Digest.split(bytes[...])
    }
    self.init(size: size, partialTiles: partial)
  }
}
