internal import SQLite
internal import TransparencyLog

internal import struct Crypto.SHA256

/// SHA-256 over the rows of a query, each value with its storage class and its length, so that no two tables share an input.
///
/// The query decides the order of the rows; with an order that follows from their content, the digest does not depend on
/// where SQLite put them.
struct RowHasher {
  private static let chunk = 1 << 16

  private var hasher = SHA256()
  private var buffer: [UInt8] = []

  init() { buffer.reserveCapacity(RowHasher.chunk + 4096) }

  /// Takes the columns of the present row from `first` on.
  mutating func take(_ row: borrowing Statement, from first: Int32 = 0) {
    for column in first..<row.columnCount {
      let storage = row.storage(column)
      buffer.append(UInt8(truncatingIfNeeded: storage.rawValue))
      switch storage {
      case .integer: append(UInt64(bitPattern: row.integer(column)))
      case .real: append(row.double(column).bitPattern)
      case .text: unsafe append(row.textBuffer(column))
      case .blob: unsafe append(row.blobBuffer(column))
      case .null: break
      }
    }
    if buffer.count >= RowHasher.chunk { flush() }
  }

  /// Takes a text that belongs to the row before.
  mutating func take(_ text: [UInt8]) { unsafe text.withUnsafeBytes { unsafe append($0) } }

  /// The digest of everything that was taken.
  mutating func digest() -> Digest {
    flush()
    guard let digest = unsafe hasher.finalize().withUnsafeBytes({ unsafe Digest($0) }) else {
      preconditionFailure("SHA-256 gives 32 bytes")
    }
    return digest
  }

  private mutating func append(_ number: UInt64) {
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      buffer.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  private mutating func append(_ bytes: UnsafeRawBufferPointer) {
    append(UInt64(bytes.count))
    unsafe buffer.append(contentsOf: bytes)
  }

  private mutating func flush() {
    unsafe buffer.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    buffer.removeAll(keepingCapacity: true)
  }
}
