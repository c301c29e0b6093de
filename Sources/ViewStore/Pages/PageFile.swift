internal import Glibc

/// A SQLite file that grows behind the pages that SQLite made itself, in one go and without its help.
///
/// Nobody else may use the file meanwhile. Every page gets the next number, so the file is written from front to back; only the
/// roots, which SQLite made empty, are written over. Until ``finish()`` SQLite sees the file as it was.
@safe
final class PageFile {
  /// Pages that are written at once.
  private static let batch = 64

  /// Bytes that the system is asked at once to bring to the disk.
  private static let stretch = 8 << 20

  /// Bytes in a page that trees may use.
  let pageSize: Int
  private let path: String
  private let descriptor: Int32
  private let buffer: UnsafeMutableRawBufferPointer
  private var waiting = 0
  /// The number of the first page that waits.
  private var first: UInt32
  /// Everything in the file before this place is on its way to the disk.
  private var begun = 0

  /// Opens a file that SQLite has made and closed, or leaves alone.
  init(_ path: String) throws {
    self.path = path
    let opened = unsafe open(path, O_RDWR | O_CLOEXEC)
    descriptor = opened
    guard opened >= 0 else { throw ViewStoreError("open it", path: path) }
    var head = [UInt8](repeating: 0, count: 100)
    let count = unsafe head.withUnsafeMutableBytes { unsafe pread(opened, $0.baseAddress, $0.count, 0) }
    let size = Int(head[16]) << 8 | Int(head[17])
    pageSize = size == 1 ? 65_536 : size
    first = head[28..<32].reduce(0) { $0 << 8 | UInt32($1) } + 1
    unsafe buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: PageFile.batch * pageSize, alignment: 16)
    guard count == 100 else { throw ViewStoreError("read it", path: path) }
    precondition(head[20] == 0 && head[52..<56].allSatisfy { $0 == 0 }, "plain pages, and none that say who owns which")
  }

  deinit {
    unsafe buffer.deallocate()
    _ = close(descriptor)
  }

  /// The number that the next page gets. The page with the byte that SQLite locks, at 2^30, holds nothing.
  private var next: UInt32 { first + UInt32(waiting) }

  private var locked: UInt32 { UInt32((1 << 30) / pageSize) + 1 }

  /// Writes a page and answers its number.
  func append(_ page: UnsafeRawBufferPointer) throws -> UInt32 {
    if next == locked {
      unsafe slot.initializeMemory(as: UInt8.self, repeating: 0)
      try advance()
    }
    unsafe slot.copyMemory(from: page)
    let number = next
    try advance()
    return number
  }

  /// Writes what does not fit into a cell to pages of its own, and answers the number of the first.
  func append(overflow bytes: UnsafeRawBufferPointer) throws -> UInt32 {
    var rest = unsafe bytes
    var page = [UInt8](repeating: 0, count: pageSize)
    var number: UInt32?
    while unsafe !rest.isEmpty {
      let part = unsafe UnsafeRawBufferPointer(rebasing: rest.prefix(pageSize - 4))
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(pageSize - 4))
      let following = next + (next == locked ? 2 : next + 1 == locked ? 2 : 1)
      unsafe page.withUnsafeMutableBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        unsafe Number.put32(rest.isEmpty ? 0 : following, into: start)
        unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[4...]).copyMemory(from: part)
        unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[(4 + part.count)...])
          .initializeMemory(as: UInt8.self, repeating: 0)
      }
      let written = try unsafe page.withUnsafeBytes { try unsafe append($0) }
      number = number ?? written
    }
    guard let number else { preconditionFailure("nothing overflows") }
    return number
  }

  /// Writes a page over the root that SQLite made.
  func put(_ page: UnsafeRawBufferPointer, root: UInt32) throws {
    try unsafe write(page, at: Int(root - 1) * pageSize)
  }

  /// Writes what waits, and tells SQLite that the file has changed and how long it is.
  func finish() throws {
    try flush()
    var head = [UInt8](repeating: 0, count: 100)
    let count = unsafe head.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count == 100 else { throw ViewStoreError("read it", path: path) }
    let change = head[24..<28].reduce(0) { $0 << 8 | UInt32($1) } &+ 1
    for (place, value) in [(24, change), (28, next - 1), (92, change)] {
      for byte in 0..<4 { head[place + byte] = UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * byte)) }
    }
    try unsafe head.withUnsafeBytes { try unsafe write($0, at: 0) }
  }

  private var slot: UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[(waiting * pageSize)..<((waiting + 1) * pageSize)])
  }

  private func advance() throws {
    waiting += 1
    if waiting == PageFile.batch { try flush() }
  }

  private func flush() throws {
    let place = Int(first - 1) * pageSize
    try unsafe write(UnsafeRawBufferPointer(rebasing: buffer[..<(waiting * pageSize)]), at: place)
    first += UInt32(waiting)
    waiting = 0
    guard place - begun >= PageFile.stretch else { return }
    // Linux then begins to write the stretch to the disk, and does not wait: so there is little left to sync at the end.
    _ = posix_fadvise(descriptor, off_t(begun), off_t(place - begun), POSIX_FADV_DONTNEED)
    begun = place
  }

  private func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
    var rest = unsafe bytes
    var place = offset
    while unsafe !rest.isEmpty {
      let count = unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(place))
      if count < 0 {
        if errno == EINTR { continue }
        throw ViewStoreError("write it", path: path)
      }
      place += count
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
