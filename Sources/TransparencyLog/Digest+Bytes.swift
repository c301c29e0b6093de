extension Digest {
  /// Takes 32 bytes as a digest, or returns `nil` when there are not exactly 32.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Digest.byteCount else { return nil }
    unsafe self.init(loading: bytes)
  }

  /// Takes 32 bytes as a digest, or returns `nil` when there are not exactly 32.
  public init?(_ bytes: [UInt8]) {
    self.init(bytes[...])
  }

  /// Takes 32 bytes as a digest, or returns `nil` when there are not exactly 32.
  public init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count == Digest.byteCount else { return nil }
    self = unsafe bytes.withUnsafeBytes { unsafe Digest(loading: $0) }
  }

  /// Copies the first 32 bytes of a buffer that is known to hold them.
  init(loading bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count >= Digest.byteCount, "a digest is read from at least 32 bytes")
    self.init(
      words: (
        unsafe bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
        unsafe bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
        unsafe bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
      ))
  }

  /// Lends the 32 bytes for the time of the call.
  @inlinable
  public func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    try unsafe withUnsafeBytes(of: words) { bytes throws(E) -> R in try unsafe body(bytes) }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    unsafe withBytes { unsafe [UInt8]($0) }
  }

  /// Many digests end to end, as a tile holds them.
  static func concatenate(_ digests: ArraySlice<Digest>) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: digests.count * byteCount) { buffer, count in
      count = digests.count * byteCount
      unsafe digests.withUnsafeBytes { unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
    }
  }

  /// Digests that lie end to end in a buffer, as a tile holds them; a rest shorter than 32 bytes is left out.
  static func split(_ bytes: ArraySlice<UInt8>) -> [Digest] {
    unsafe bytes.withUnsafeBytes { buffer in
      (0..<buffer.count / byteCount).map { i in
        unsafe Digest(loading: UnsafeRawBufferPointer(rebasing: buffer[(i * byteCount)...]))
      }
    }
  }
}
