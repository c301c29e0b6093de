/// One b-tree page of a SQLite file while it is filled: cells from the end downwards, their places behind the head upwards.
///
/// [Database File Format](https://www.sqlite.org/fileformat2.html#b_tree_pages), section 1.6.
@safe
final class Page {
  /// What a page holds; the number is its first byte.
  enum Kind: UInt8 {
    case indexInterior = 2
    case tableInterior = 5
    case indexLeaf = 10
    case tableLeaf = 13

    /// How long the head of the page is: an interior one ends with the number of its last child.
    var head: Int { self == .indexInterior || self == .tableInterior ? 12 : 8 }
  }

  private let kind: Kind
  private let bytes: UnsafeMutableRawBufferPointer
  private let start: UnsafeMutableRawPointer
  private(set) var count = 0
  private var top: Int
  private var lastSize = 0

  /// An empty page.
  init(_ kind: Kind, size: Int) {
    self.kind = kind
    unsafe bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    guard let start = unsafe bytes.baseAddress else { preconditionFailure("a page has bytes") }
    unsafe self.start = start
    top = size
  }

  deinit { unsafe bytes.deallocate() }

  /// Room for one more cell, to be filled by the caller at once; `nil` when the page is full.
  @unsafe
  func room(_ size: Int) -> UnsafeMutableRawPointer? {
    let places = kind.head + 2 * count
    guard top - places >= size + 2 else { return nil }
    top -= size
    lastSize = size
    unsafe start.storeBytes(of: UInt16(truncatingIfNeeded: top).bigEndian, toByteOffset: places, as: UInt16.self)
    count += 1
    return unsafe start + top
  }

  /// Takes the cell that was added last off a full page; once before it is sealed.
  func takeLast() -> [UInt8] {
    let cell = unsafe [UInt8](UnsafeRawBufferPointer(start: start + top, count: lastSize))
    top += lastSize
    count -= 1
    return cell
  }

  /// Writes the head, so that the bytes can go to the file.
  ///
  /// - Parameter last: the last child of an interior page.
  @unsafe
  func seal(last: UInt32? = nil) -> UnsafeRawBufferPointer {
    let places = kind.head + 2 * count
    unsafe (start + places).initializeMemory(as: UInt8.self, repeating: 0, count: top - places)
    unsafe start.initializeMemory(as: UInt8.self, repeating: 0, count: 8)
    unsafe start.storeBytes(of: kind.rawValue, as: UInt8.self)
    unsafe start.storeBytes(of: UInt16(truncatingIfNeeded: count).bigEndian, toByteOffset: 3, as: UInt16.self)
    unsafe start.storeBytes(of: UInt16(truncatingIfNeeded: top).bigEndian, toByteOffset: 5, as: UInt16.self)
    if let last { unsafe Number.put32(last, into: start + 8) }
    return unsafe UnsafeRawBufferPointer(bytes)
  }

  /// Empties the page.
  func clear() {
    count = 0
    top = unsafe bytes.count
  }
}
