/// Bytes that grow and are used again.
@safe
final class ByteMemory {
  @exclusivity(unchecked) private var bytes: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var capacity: Int

  init() {
    unsafe capacity = 1024
    unsafe bytes = .allocate(capacity: 1024)
  }

  deinit { unsafe bytes.deallocate() }

  /// Room for so many bytes; those written before stay.
  @inline(__always)
  func reserve(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if unsafe count > capacity { grow(count) }
    return unsafe bytes
  }

  /// A run of bytes.
  func run(_ start: Int, _ count: Int) -> UnsafeRawBufferPointer {
    precondition(unsafe start >= 0 && count >= 0 && start + count <= capacity)
    return unsafe UnsafeRawBufferPointer(start: bytes + start, count: count)
  }

  @inline(never)
  private func grow(_ count: Int) {
    let larger = unsafe UnsafeMutablePointer<UInt8>.allocate(capacity: max(count, 2 * capacity))
    unsafe larger.update(from: bytes, count: capacity)
    unsafe bytes.deallocate()
    unsafe bytes = larger
    unsafe capacity = max(count, 2 * capacity)
  }
}
