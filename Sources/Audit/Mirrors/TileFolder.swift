public import Ledger
public import TransparencyLog

/// A log as others hold it in files: a published folder of static tiles, or the log of a bundle (C2SP tlog-tiles).
///
/// It is only read, and believed in nothing: what it says counts as far as its tiles hash to the root of a checkpoint that
/// the log has signed.
public struct TileFolder: Sendable {
  /// The folder that holds `checkpoint` and `tile/`.
  public let path: String

  /// The log in a folder: at its root, in `log/` or in `data/log/` (a bundle); `nil` when there is no checkpoint.
  public init?(in folder: String) {
    let places = [folder, folder + "/log", folder + "/data/log"]
    guard let found = places.first(where: { (try? FileSystem.status($0 + "/checkpoint"))?.isFile == true }) else {
      return nil
    }
    path = found
  }

  /// Every signed note there: the newest, then those of `checkpoints/`, with their paths.
  public func notes() throws(LedgerError) -> [(path: String, note: [UInt8])] {
    var names = ["checkpoint"]
    names += try onDisk { () throws(FileError) in try FileSystem.names(in: path + "/checkpoints") ?? [] }
      .map { "checkpoints/" + $0 }
    var notes: [(path: String, note: [UInt8])] = []
    for name in names {
      if let note = try file(name, atMost: Note.byteLimit) { notes.append((name, note)) }
    }
    return notes
  }

  /// The leaves of the tile with that index, as far as a log of `size` events reaches; `nil` when they are not there.
  public func leaves(_ index: UInt64, of size: UInt64) throws(LedgerError) -> [ArraySlice<UInt8>]? {
    let width = TileFolder.width(index, of: size)
    let limit = TileID.fullWidth * (EntryBundle.leafByteLimit + 2)
    guard width > 0,
      let bytes = try part(TilePath(entries: index, width: width), TilePath(entries: index), atMost: limit),
      let leaves = EntryBundle.leaves(bytes), leaves.count >= width
    else { return nil }
    return Array(leaves.prefix(width))
  }

  /// The leaf hashes of the tile with that index, as far as a log of `size` events reaches; `nil` when they are not there.
  public func leafHashes(_ index: UInt64, of size: UInt64) throws(LedgerError) -> [Digest]? {
    let width = TileFolder.width(index, of: size)
    let tile = TileID(level: 0, index: index)
    guard width > 0,
      let bytes = try part(TilePath(tile: tile, width: width), TilePath(tile: tile), atMost: TileID.fullByteCount),
      bytes.count >= width * Digest.byteCount
    else { return nil }
    return (0..<width).compactMap { Digest(bytes[$0 * Digest.byteCount..<($0 + 1) * Digest.byteCount]) }
  }

  /// How many leaves of a log of `size` events lie in the tile with that index.
  static func width(_ index: UInt64, of size: UInt64) -> Int {
    let first = index << 8
    return first < size ? Int(min(size - first, UInt64(TileID.fullWidth))) : 0
  }

  /// A part that may be there as it was when it had that width, or whole by now.
  private func part(_ exact: TilePath, _ full: TilePath, atMost limit: Int) throws(LedgerError) -> [UInt8]? {
    if let found = try file(exact.description, atMost: limit) { return found }
    return try file(full.description, atMost: limit)
  }

  /// A file; one that is longer than it can be counts as missing, so that none fills the memory.
  private func file(_ name: String, atMost limit: Int) throws(LedgerError) -> [UInt8]? {
    try onDisk { () throws(FileError) in
      guard let status = try FileSystem.status(path + "/" + name), status.isFile, status.size <= UInt64(limit) else {
        return nil
      }
      return try SmallFile.read(path + "/" + name)
    }
  }
}
