public import Ledger
public import TransparencyLog

/// The log as somebody else holds it, for an audit to compare with.
public protocol Mirror {
  /// Its name for people: the path that was given.
  var name: String { get }
  /// The signed notes it holds, with their names.
  var notes: [(name: String, note: [UInt8])] { get }
  /// The leaf hashes from `index` × 256 on, 256 of them or as many as a log of `size` events has; `nil` when they are missing.
  func leafHashes(_ index: UInt64, of size: UInt64) throws -> [Digest]?
}

/// Published tiles, or the log of a bundle.
public struct TileMirror: Mirror {
  public let name: String
  public let notes: [(name: String, note: [UInt8])]
  private let folder: TileFolder

  /// The log in a folder of tiles, under the name that a person gave.
  public init(_ folder: TileFolder, named name: String) throws(LedgerError) {
    self.folder = folder
    self.name = name
    notes = try folder.notes().map { ("\(name): \($0.path)", $0.note) }
  }

  public func leafHashes(_ index: UInt64, of size: UInt64) throws -> [Digest]? {
    if let leaves = try folder.leaves(index, of: size) { return leaves.map { Digest.leaf(Array($0)) } }
    return try folder.leafHashes(index, of: size)
  }
}

/// Another ledger: the mirror of an office, or a copy from before.
public struct LedgerMirror: Mirror {
  public let name: String
  public let notes: [(name: String, note: [UInt8])]
  private let ledger: Ledger

  /// A ledger, opened for reading, under the name that a person gave.
  public init(_ ledger: Ledger, named name: String) throws(LedgerError) {
    self.ledger = ledger
    self.name = name
    notes = try ledger.checkpoints().map { ("\(name): checkpoint \($0.size)", $0.note) }
  }

  public func leafHashes(_ index: UInt64, of size: UInt64) throws -> [Digest]? {
    let width = TileFolder.width(index, of: size)
    guard width > 0 else { return nil }
    var hashes: [Digest] = []
    try unsafe ledger.read(index << 8..<index << 8 + UInt64(width)) { _, leaf in hashes.append(unsafe Digest.leaf(leaf))
    }
    return hashes.count == width ? hashes : nil
  }
}
