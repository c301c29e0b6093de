internal import Ledger
internal import TransparencyLog

/// Reads every entry of a full bundle once: hashes it, compares it with its tile, and looks at what it says.
///
/// It runs on a thread of its own, while another hashes every file for the manifests.
struct BundleSweep {
  /// What was swept.
  struct Outcome {
    var log: LogSweep
    var survey: BundleSurvey
    let hashes: LeafHashes
    /// Files of entries or hashes that are missing or not whole.
    var faults: [(path: String, reason: String)] = []
  }

  private let files: BundleFiles
  private let size: UInt64
  private var outcome: Outcome

  private static let folder = "data/log/"
  /// The longest file of entries: 256 leaves of at most 65,535 bytes, each after two bytes of length.
  private static let entriesLimit = TileID.fullWidth * (EntryBundle.leafByteLimit + 2)

  private init(_ files: BundleFiles, size: UInt64, noting sizes: [UInt64]) {
    self.files = files
    self.size = size
    let tile: (TileID) -> [UInt8]? = { id in
      try? files.bytes(BundleSweep.folder + id.path(), atMost: TileID.fullByteCount)
    }
    outcome = Outcome(
      log: LogSweep(noting: sizes, fullTile: tile),
      survey: BundleSurvey(ShownValues(files.root + "/data/disclosures.jsonl")),
      hashes: LeafHashes { tile(TileID(level: 0, index: $0)) })
  }

  /// Sweeps the entries of a log of `size` leaves.
  static func run(_ files: BundleFiles, size: UInt64, noting sizes: [UInt64]) -> Outcome {
    var sweep = BundleSweep(files, size: size, noting: sizes)
    sweep.readEntries()
    sweep.compareEdge()
    let folder = BundleSweep.folder
    // A stored hash whose entry is another leads nowhere.
    let altered = Set(sweep.outcome.log.disagreements)
    sweep.outcome.survey.finish { wanted in
      BundleSweep.positions(of: Set(wanted), size: size) { id, width in
        try? files.bytes(folder + id.path(width: width), atMost: TileID.fullByteCount)
      }.filter { !altered.contains($0.value) }
    }
    return sweep.outcome
  }

  private mutating func readEntries() {
    var index: UInt64 = 0
    while index << 8 < size {
      let width = Int(min(256, size - index << 8))
      let path = BundleSweep.folder + TilePath(entries: index, width: width).description
      do throws(BundleFileError) {
        let bytes = try files.require(path, atMost: BundleSweep.entriesLimit)
        guard let leaves = EntryBundle.leaves(bytes), leaves.count == width else {
          throw BundleFileError(reason: "does not hold \(width) whole entries")
        }
        unsafe bytes.withUnsafeBytes { memory in
          for leaf in leaves {
            unsafe take(UnsafeRawBufferPointer(rebasing: memory[leaf.startIndex..<leaf.endIndex]))
          }
        }
      } catch {
        outcome.faults.append((path, error.reason))
        return
      }
      index += 1
    }
  }

  private mutating func take(_ leaf: UnsafeRawBufferPointer) {
    let position = outcome.hashes.count
    let hash = unsafe Digest.leaf(leaf)
    do { try outcome.log.take(position, hash: hash) } catch {
      outcome.faults.append(("data/log/tile", "\(error)"))
    }
    let hashes = outcome.hashes
    unsafe outcome.survey.take(position, leaf) { target in hashes.hash(at: target).map { .hash($0) } ?? .notHere }
    hashes.append(hash)
  }

  /// Compares the partial tiles at the right edge.
  private mutating func compareEdge() {
    guard outcome.faults.isEmpty else { return }
    do {
      let edge = try Frontier(size: size) { id, width in
        let path = BundleSweep.folder + id.path(width: width)
        do throws(BundleFileError) { return try files.require(path, atMost: TileID.fullByteCount) } catch {
          outcome.faults.append((path, error.reason))
          throw error
        }
      }
      outcome.log.finish(edge)
    } catch {
      if let error = error as? TileError {
        let path = BundleSweep.folder + error.tile.path(width: error.width)
        outcome.faults.append((path, "has \(error.byteCount) bytes where \(error.width * 32) are due"))
      }
    }
  }

  /// Where each of some leaf hashes stands first, from the tiles.
  private static func positions(
    of wanted: Set<Digest>, size: UInt64, tile: (TileID, Int) -> [UInt8]?
  ) -> [Digest: UInt64] {
    var found: [Digest: UInt64] = [:]
    var index: UInt64 = 0
    while index << 8 < size, found.count < wanted.count {
      let id = TileID(level: 0, index: index)
      guard let bytes = tile(id, id.width(in: size)) else { return found }
      for start in stride(from: 0, to: bytes.count - Digest.byteCount + 1, by: Digest.byteCount) {
        guard let hash = Digest(bytes[start..<start + Digest.byteCount]), wanted.contains(hash) else { continue }
        if found[hash] == nil { found[hash] = index << 8 + UInt64(start / Digest.byteCount) }
      }
      index += 1
    }
    return found
  }
}
