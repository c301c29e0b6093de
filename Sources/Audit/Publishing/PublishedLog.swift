public import Ledger
public import TransparencyLog

/// A log as static files in a folder: what `daybook publish` writes, a mirror of it, or the folder `data/log` of a bundle (C2SP tlog-tiles).
public struct PublishedLog: TileReader, Sendable {
  /// The folder with `checkpoint` and `tile/`.
  public let path: String

  /// The log in a folder. A bundle may be named as a whole.
  public init(_ path: String) {
    let inner = path + "/data/log"
    let isBundle = (try? FileSystem.status(inner + "/checkpoint")) ?? nil
    self.path = isBundle == nil ? path : inner
  }

  /// The note that is published; `nil` when there is none yet.
  public func note() throws(LedgerError) -> [UInt8]? {
    try onDisk { () throws(FileError) in try SmallFile.read(path + "/checkpoint") }
  }

  /// The first `width` hashes of a tile: from the partial tile of that width, else from the full one.
  public func tile(_ tile: TileID, width: Int) throws -> [UInt8] {
    let bytes = try content(TilePath(tile: tile, width: width), else: TilePath(tile: tile))
    return Array(bytes.prefix(width * Digest.byteCount))
  }

  /// Leaves of a bundle of entries, the first `width` of it.
  public func entries(_ index: UInt64, width: Int) throws(LedgerError) -> [ArraySlice<UInt8>] {
    let path = TilePath(entries: index, width: width)
    let bytes = try content(path, else: TilePath(entries: index))
    guard let leaves = EntryBundle.leaves(bytes), leaves.count >= width else {
      throw LedgerError.damaged(path: "\(self.path)/\(path)", reason: "it is no bundle of \(width) entries")
    }
    return Array(leaves.prefix(width))
  }

  private func content(_ exact: TilePath, else full: TilePath) throws(LedgerError) -> [UInt8] {
    for candidate in [exact, full] {
      let bytes = try onDisk { () throws(FileError) in try SmallFile.read("\(path)/\(candidate)") }
      if let bytes { return bytes }
    }
    throw LedgerError.damaged(path: path, reason: "\(exact) is missing")
  }
}
