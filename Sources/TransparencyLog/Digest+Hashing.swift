import Crypto

/// The hashes of RFC 6962 section 2.1 (RFC 9162 section 2.1.1).
///
/// Each costs one SHA-256 and, inside swift-crypto, one allocation for its state.
extension Digest {
  /// The root of a tree without leaves: SHA-256 of nothing.
  public static let emptyRoot = sha256([])

  /// The hash of a leaf: SHA-256(0x00 ‖ leaf).
  public static func leaf(_ bytes: UnsafeRawBufferPointer) -> Digest {
    guard bytes.count <= shortLeaf else { return unsafe longLeaf(bytes) }
    return unsafe withUnsafeTemporaryAllocation(byteCount: 1 + bytes.count, alignment: 8) { buffer in
      unsafe buffer.storeBytes(of: 0x00, toByteOffset: 0, as: UInt8.self)
      unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: bytes)
      return unsafe sha256(UnsafeRawBufferPointer(buffer))
    }
  }

  /// Up to this length a copy on the stack costs less than handing over the prefix alone (30 ns, one in twelve).
  private static let shortLeaf = 1000

  private static func longLeaf(_ bytes: UnsafeRawBufferPointer) -> Digest {
    var hasher = SHA256()
    var prefix: UInt8 = 0x00
    unsafe withUnsafeBytes(of: &prefix) { unsafe hasher.update(bufferPointer: $0) }
    unsafe hasher.update(bufferPointer: bytes)
    return Digest(hasher.finalize())
  }

  /// The hash of a leaf: SHA-256(0x00 ‖ leaf).
  public static func leaf(_ bytes: [UInt8]) -> Digest {
    unsafe bytes.withUnsafeBytes { unsafe leaf($0) }
  }

  /// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
  public static func node(_ left: Digest, _ right: Digest) -> Digest {
    unsafe withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 8) { buffer in
      unsafe buffer.storeBytes(of: 0x01, toByteOffset: 0, as: UInt8.self)
      unsafe buffer.storeBytes(of: left.words, toByteOffset: 1, as: (UInt64, UInt64, UInt64, UInt64).self)
      unsafe buffer.storeBytes(of: right.words, toByteOffset: 33, as: (UInt64, UInt64, UInt64, UInt64).self)
      return unsafe sha256(UnsafeRawBufferPointer(buffer))
    }
  }

  /// Plain SHA-256.
  public static func sha256(_ bytes: UnsafeRawBufferPointer) -> Digest {
    var hasher = SHA256()
    unsafe hasher.update(bufferPointer: bytes)
    return Digest(hasher.finalize())
  }

  /// Plain SHA-256.
  public static func sha256(_ bytes: [UInt8]) -> Digest {
    unsafe bytes.withUnsafeBytes { unsafe sha256($0) }
  }

  private init(_ digest: SHA256Digest) {
    self = unsafe digest.withUnsafeBytes { unsafe Digest(loading: $0) }
  }
}
