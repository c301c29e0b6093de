internal import TransparencyLog

/// 16 bytes of a SHA-256, by which keys and contents of rows are told apart.
struct RowHash: Hashable, Comparable, Sendable {
  let high: UInt64
  let low: UInt64

  init(_ bytes: [UInt8]) {
    let digest = Digest.sha256(bytes).bytes
    high = digest[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = digest[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }

  /// The hash of all that a row says: its header, its cells and its layout, each with its length.
  init(header: RowHash, _ record: TableRecord, into memory: inout [UInt8]) {
    memory.removeAll(keepingCapacity: true)
    unsafe withUnsafeBytes(of: header.high) { unsafe memory.append(contentsOf: $0) }
    unsafe withUnsafeBytes(of: header.low) { unsafe memory.append(contentsOf: $0) }
    memory += record.bytes
    for end in record.ends { unsafe withUnsafeBytes(of: UInt32(end)) { unsafe memory.append(contentsOf: $0) } }
    memory += record.layout
    self.init(memory)
  }

  /// The hash of a header.
  init(header: [String]) { self.init(Array(header.joined(separator: "\u{0}").utf8)) }
}
