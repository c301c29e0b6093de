internal import TransparencyLog

/// The hashes of the leaves that were read so far: the newest million in memory, older ones from their tiles.
///
/// Memory does not grow beyond 32 MiB. A tile that is read again was compared with the leaves when they were swept. A class,
/// for whoever looks an earlier hash up holds it while another part of the sweep changes.
final class LeafHashes {
  /// How many hashes are kept in memory.
  static let window = 1 << 20

  private var recent: [Digest] = []
  private(set) var count: UInt64 = 0
  private var tile: (index: UInt64, bytes: [UInt8])?
  private let older: (UInt64) -> [UInt8]?

  /// - Parameter older: the bytes of a full tile of leaf hashes.
  init(older: @escaping (UInt64) -> [UInt8]?) { self.older = older }

  /// Adds the hash of the next leaf.
  func append(_ hash: Digest) {
    if recent.count < LeafHashes.window {
      recent.append(hash)
    } else {
      recent[Int(count & UInt64(LeafHashes.window - 1))] = hash
    }
    count += 1
  }

  /// The hash of a leaf that was read; `nil` for one that was not.
  func hash(at position: UInt64) -> Digest? {
    guard position < count else { return nil }
    if count - position <= UInt64(LeafHashes.window) {
      return recent[Int(position & UInt64(LeafHashes.window - 1))]
    }
    if tile?.index != position >> 8 { tile = older(position >> 8).map { (position >> 8, $0) } }
    guard let tile, tile.index == position >> 8 else { return nil }
    let start = Int(position & 255) * Digest.byteCount
    guard tile.bytes.count >= start + Digest.byteCount else { return nil }
    return Digest(tile.bytes[start..<start + Digest.byteCount])
  }
}
