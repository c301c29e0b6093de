internal import Glibc

/// Sorted keys that are gone through once: those in memory, or a file of them that is read block by block.
@safe
final class KeyRun {
  /// Some of the keys, at least one, and the texts of the long ones.
  struct Block {
    var keys: [SortedKey]
    var texts: [UInt8]
  }

  /// Keys in one block of a file.
  private static let size = 2_048

  /// What is in memory and was not given yet.
  private var block: Block?
  /// The file; -1 when all are in memory.
  private let descriptor: Int32
  private let path: String

  /// Keys in memory, at least one.
  init(_ keys: [SortedKey], _ texts: [UInt8]) {
    block = Block(keys: keys, texts: texts)
    (descriptor, path) = (-1, "")
  }

  /// Writes keys to a file that has no name by then.
  init(writing keys: [SortedKey], _ texts: [UInt8], to path: String) throws {
    self.path = path
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ViewStoreError("make a file for sorting", path: path) }
    unsafe _ = unlink(path)
    for start in stride(from: 0, to: keys.count, by: KeyRun.size) {
      try write(keys[start..<min(keys.count, start + KeyRun.size)], texts)
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw ViewStoreError("read a file for sorting", path: path) }
  }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  /// The next block; `nil` after the last one.
  func next() throws -> Block? {
    guard descriptor >= 0 else { return block.take() }
    var counts: [UInt64] = [0, 0]
    guard try unsafe counts.withUnsafeMutableBytes({ try unsafe read($0) }) else { return nil }
    var block = Block(
      keys: [SortedKey](repeating: SortedKey(number: 0, row: 0), count: Int(counts[0])),
      texts: [UInt8](repeating: 0, count: Int(counts[1])))
    _ = try unsafe block.keys.withUnsafeMutableBytes { try unsafe read($0) }
    _ = try unsafe block.texts.withUnsafeMutableBytes { try unsafe read($0) }
    return block
  }

  private func write(_ block: ArraySlice<SortedKey>, _ texts: [UInt8]) throws {
    var own: [UInt8] = []
    var moved = Array(block)
    var last = 0..<0
    for place in moved.indices where moved[place].isLong {
      let long = moved[place].long
      if long.count != last.count || !KeyRun.areSame(texts, long.lowerBound, last.lowerBound, long.count) {
        last = long
        own += texts[long]
      }
      moved[place].start = UInt32(own.count - long.count)
    }
    let counts = [UInt64(moved.count), UInt64(own.count)]
    try unsafe counts.withUnsafeBytes { try unsafe write($0) }
    try unsafe moved.withUnsafeBytes { try unsafe write($0) }
    try unsafe own.withUnsafeBytes { try unsafe write($0) }
  }

  private static func areSame(_ texts: [UInt8], _ left: Int, _ right: Int, _ count: Int) -> Bool {
    unsafe texts.withUnsafeBytes { texts in
      guard let start = texts.baseAddress else { return true }
      return unsafe memcmp(start + left, start + right, count) == 0
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw ViewStoreError("write a file for sorting", path: path)
      }
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Fills the bytes; `false` at the end of the file.
  private func read(_ bytes: UnsafeMutableRawBufferPointer) throws -> Bool {
    var done = 0
    while done < bytes.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
      let count = unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw ViewStoreError("read a file for sorting", path: path)
      }
      if count == 0 { return false }
      done += count
    }
    return true
  }
}
