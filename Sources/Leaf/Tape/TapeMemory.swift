/// The two regions of a tape, read and written without looking at bounds: here lies what must be trusted.
///
/// Bytes: the document, eight zeros, then the texts that were written with escapes, decoded. An escape is never shorter
/// than what it stands for, so twice the document and some zeros are enough. A reader stops at the zeros, which no rule
/// of JSON lets it pass. Nodes: at most one for each byte of the document, and one. Debug builds check every index.
@safe
@usableFromInline
struct TapeMemory {
  private let bytes: UnsafeMutablePointer<UInt8>
  @usableFromInline let nodes: UnsafeMutablePointer<Node>
  @usableFromInline let readableBytes: UnsafePointer<UInt8>
  private let levels: UnsafeMutablePointer<UInt64>
  private let byteCapacity: Int
  private let nodeCapacity: Int

  /// Memory for documents of at most so many bytes.
  init(for count: Int) {
    byteCapacity = 2 * count + 32
    nodeCapacity = count + 2
    unsafe bytes = .allocate(capacity: byteCapacity)
    unsafe nodes = .allocate(capacity: nodeCapacity)
    unsafe readableBytes = UnsafePointer(bytes)
    unsafe levels = .allocate(capacity: Limits.depth + 1)
    unsafe levels.initialize(repeating: 0, count: Limits.depth + 1)
    unsafe bytes.initialize(repeating: 0, count: byteCapacity)
    unsafe nodes.initialize(to: Node(start: 0, length: 0, next: 1, tag: Node.null))
  }

  func deallocate() {
    unsafe bytes.deallocate()
    unsafe nodes.deallocate()
    unsafe levels.deallocate()
  }

  /// Puts a document at the beginning, and zeros behind it.
  func load(_ source: UnsafeRawBufferPointer) {
    precondition(2 * source.count + 32 <= byteCapacity && source.count + 2 <= nodeCapacity)
    if let start = source.baseAddress {
      unsafe UnsafeMutableRawPointer(bytes).copyMemory(from: start, byteCount: source.count)
    }
    unsafe UnsafeMutableRawPointer(bytes + source.count).storeBytes(of: 0, as: UInt64.self)
  }

  /// The node at a place.
  @inlinable
  subscript(_ index: Int) -> Node {
    get { unsafe nodes[index] }
    nonmutating set { unsafe nodes[index] = newValue }
  }

  /// Writes a node behind the others.
  @inline(__always)
  func append(_ node: Node, _ free: inout Int) {
    unsafe nodes[free] = node
    free &+= 1
  }

  /// Writes a node behind the others, in two pieces instead of four.
  @inline(__always)
  func append(start: Int, length: Int, next: Int, tag: UInt32, _ free: inout Int) {
    #if _endian(little)
      let place = unsafe UnsafeMutableRawPointer(nodes + free)
      let low = UInt64(truncatingIfNeeded: start) | UInt64(truncatingIfNeeded: length) &<< 32
      let high = UInt64(truncatingIfNeeded: next) | UInt64(tag) &<< 32
      unsafe place.storeBytes(of: low, as: UInt64.self)
      unsafe place.storeBytes(of: high, toByteOffset: 8, as: UInt64.self)
    #else
      unsafe nodes[free] = Node(start: start, length: length, next: next, tag: tag)
    #endif
    free &+= 1
  }

  /// Sets the tag of a node.
  @inline(__always)
  func setTag(_ index: Int, _ tag: UInt32) { unsafe nodes[index].tag = tag }

  /// Sets where a node leads.
  @inline(__always)
  func setNext(_ index: Int, _ next: Int) { unsafe nodes[index].next = UInt32(truncatingIfNeeded: next) }

  /// Counts a member or an item.
  @inline(__always)
  func countOne(_ index: Int) { unsafe nodes[index].tag &+= Node.one }

  /// What is known of the keys of the object that is open at a depth: in a leaf the first bytes of the last one, in a
  /// draft a filter of all.
  @inline(__always)
  func keys(_ depth: Int) -> UInt64 { unsafe levels[depth] }

  @inline(__always)
  func setKeys(_ depth: Int, _ keys: UInt64) { unsafe levels[depth] = keys }

  /// The byte at an offset.
  @inlinable
  func byte(_ offset: Int) -> UInt8 { unsafe readableBytes[offset] }

  /// Eight bytes from an offset, the first being the least significant.
  @inlinable
  func word(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe UnsafeRawPointer(readableBytes + offset).loadUnaligned(as: UInt64.self))
  }

  /// Sixteen bytes from an offset.
  @inline(__always)
  func sixteen(_ offset: Int) -> SIMD16<UInt8> {
    unsafe UnsafeRawPointer(readableBytes + offset).loadUnaligned(as: SIMD16<UInt8>.self)
  }

  /// Writes a byte of a decoded text.
  func write(_ byte: UInt8, at offset: Int) {
    precondition(offset < byteCapacity - 8)
    unsafe bytes[offset] = byte
  }

  /// Puts a byte behind the document while it is read.
  func setByte(_ byte: UInt8, at offset: Int) {
    precondition(offset < byteCapacity - 8)
    unsafe bytes[offset] = byte
  }

  /// The whole number that is written there.
  @inlinable
  func integer(_ start: Int, _ length: Int) -> Int64 {
    let isNegative = byte(start) == 0x2D
    var number: Int64 = 0
    var offset = isNegative ? start &+ 1 : start
    while offset < start &+ length {
      number = number &* 10 &+ Int64(byte(offset) &- 0x30)
      offset &+= 1
    }
    return isNegative ? 0 &- number : number
  }

  /// A run of bytes.
  @inlinable
  func run(_ start: Int, _ count: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: readableBytes + start, count: count)
  }

  /// Whether a run is this text; of a literal little is left but one or two comparisons of eight bytes.
  @inlinable @inline(__always)
  func equals(_ start: Int, _ length: Int, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard length == count else { return false }
    let other = unsafe UnsafeRawPointer(text.utf8Start)
    guard count >= 8 else {
      var wanted: UInt64 = 0
      for index in 0..<count {
        unsafe wanted |= UInt64(other.load(fromByteOffset: index, as: UInt8.self)) &<< UInt64(index &* 8)
      }
      return (word(start) ^ wanted) & ((1 &<< UInt64(count &* 8)) &- 1) == 0
    }
    var index = 0
    while index &+ 8 < count {
      guard
        unsafe word(start &+ index) == UInt64(littleEndian: other.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      else { return false }
      index &+= 8
    }
    index = count &- 8
    return unsafe word(start &+ index)
      == UInt64(littleEndian: other.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Whether two runs of the same length are equal.
  func equal(_ left: Int, _ right: Int, _ count: Int) -> Bool {
    for index in 0..<count where byte(left + index) != byte(right + index) { return false }
    return true
  }
}
