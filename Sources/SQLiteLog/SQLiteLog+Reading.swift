public import Ledger
internal import SQLite
public import TransparencyLog
public import Vocabulary

extension SQLiteLog {
  public func size() throws(LedgerError) -> UInt64 {
    try reading { reader throws(LedgerError) in try reader.size() }
  }

  public func frontier() throws(LedgerError) -> Frontier {
    try reading { reader throws(LedgerError) in try reader.frontier() }
  }

  public func read(
    _ positions: Range<UInt64>, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    let reader = try takeReader()
    defer { giveBack(reader) }
    try reader.start(positions)
    defer { reader.stop() }
    while let next = try unsafe reader.next() {
      guard try unsafe body(next.position, next.leaf) else { return }
    }
  }

  public func leaf(at position: UInt64) throws(LedgerError) -> [UInt8] {
    try reading { reader throws(LedgerError) in
      if let leaf = try reader.leaf(at: position) { return leaf }
      let size = try reader.size()
      guard position < size else { throw .noSuchPosition(position, size: size) }
      throw .damaged(path: path, reason: "event #\(position) is missing")
    }
  }

  public func position(of id: EventID) throws(LedgerError) -> UInt64? {
    try reading { reader throws(LedgerError) in try reader.position(of: id) }
  }

  public func fullTile(_ tile: TileID) throws(LedgerError) -> [UInt8]? {
    try reading { reader throws(LedgerError) in try reader.tile(tile) }
  }
}
