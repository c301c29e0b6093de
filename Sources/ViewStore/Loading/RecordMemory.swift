/// Memory that records are written into one behind the other; it grows, and is emptied without being given back.
@safe
final class RecordMemory {
  /// An integer is written eight bytes wide, whatever of it counts.
  private static let slack = 8

  private var start: UnsafeMutableRawPointer
  private var capacity: Int
  /// How many bytes are written.
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    unsafe start = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
  }

  deinit { unsafe start.deallocate() }

  /// Empties it.
  func clear() { count = 0 }

  /// Lets `body` write a record of at most so many bytes, and answers where it lies.
  @inline(__always)
  func record(atMost size: Int, _ body: (inout RecordCursor) -> Void) -> Range<Int> {
    let first = count
    if capacity - first < size + RecordMemory.slack { grow(size) }
    var cursor = unsafe RecordCursor(start + first)
    body(&cursor)
    count = unsafe first + cursor.written(since: start + first)
    return first..<count
  }

  /// The bytes of a record, until the next one is written.
  @unsafe
  subscript(range: Range<Int>) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  /// Sets four bytes of a record, the most significant first.
  func set(_ value: Int32, at place: Int) {
    precondition(place >= 0 && place + 4 <= count, "four bytes that were written")
    unsafe start.storeBytes(of: value.bigEndian, toByteOffset: place, as: Int32.self)
  }

  private func grow(_ size: Int) {
    let larger = 2 * capacity + size + RecordMemory.slack
    let new = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    unsafe new.copyMemory(from: start, byteCount: count)
    unsafe start.deallocate()
    unsafe start = new
    capacity = larger
  }
}

/// Writes one byte behind the other; its owner has made sure of the room.
@safe
struct RecordCursor {
  private var place: UnsafeMutableRawPointer

  @unsafe
  init(_ place: UnsafeMutableRawPointer) { unsafe self.place = place }

  @unsafe
  func written(since start: UnsafeMutableRawPointer) -> Int { unsafe place - start }

  /// Writes a byte.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    unsafe place.storeBytes(of: byte, as: UInt8.self)
    unsafe place += 1
  }

  /// Writes a varint.
  @inline(__always)
  mutating func put(varint value: UInt64) { unsafe place += unsafe Number.put(value, into: place) }

  /// Writes the value of an integer type.
  @inline(__always)
  mutating func put(_ value: Int64, type: UInt8) { put(value, width: Number.width(ofType: type)) }

  /// Writes the last bytes of a number, at most eight.
  @inline(__always)
  mutating func put(_ value: Int64, width: Int) {
    guard width > 0 else { return }
    unsafe place.storeBytes(of: (value << Int64(64 - 8 * width)).bigEndian, as: Int64.self)
    unsafe place += width
  }

  /// Writes the value of an integer type, or nothing for NULL.
  @inline(__always)
  mutating func put(_ value: Int64?, type: UInt8) {
    if let value { put(value, type: type) }
  }

  /// Writes bytes as they are.
  @unsafe @inline(__always)
  mutating func put(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    unsafe place.copyMemory(from: start, byteCount: bytes.count)
    unsafe place += bytes.count
  }
}
