/// A b-tree of a SQLite file, built from rows that come in its order: every page is written once, when it is full.
///
/// Inserting through SQLite costs fifteen times as much, since it looks for the place of every row. Memory is one page a level.
/// [Database File Format](https://www.sqlite.org/fileformat2.html#b_tree_pages), section 1.6.
final class Tree {
  private let file: PageFile
  private let root: UInt32
  private let isIndex: Bool
  private var leaf: Page
  /// The pages being filled above the leaf, from below.
  private var interior: [Page] = []
  private var lastRow: Int64 = 0

  /// A tree whose root SQLite has made and left empty.
  private init(_ file: PageFile, root: UInt32, isIndex: Bool) {
    (self.file, self.root, self.isIndex) = (file, root, isIndex)
    leaf = Page(isIndex ? .indexLeaf : .tableLeaf, size: file.pageSize)
  }

  /// A table with row ids.
  static func table(_ file: PageFile, root: UInt32) -> Tree { Tree(file, root: root, isIndex: false) }

  /// An index, or a table without row ids.
  static func index(_ file: PageFile, root: UInt32) -> Tree { Tree(file, root: root, isIndex: true) }

  /// Adds a row to a table; its id is greater than that of the row before.
  @unsafe
  func append(row: Int64, _ record: UnsafeRawBufferPointer) throws {
    let inPage = local(record.count)
    let id = UInt64(bitPattern: row)
    let head = Number.length(UInt64(record.count)) + Number.length(id)
    let cell = try unsafe room(head + inPage + (inPage < record.count ? 4 : 0))
    var place = unsafe cell + Number.put(UInt64(record.count), into: cell)
    unsafe place += unsafe Number.put(id, into: place)
    try unsafe fill(place, record, inPage)
    lastRow = row
  }

  /// Adds a key to an index; it sorts behind the one before.
  @unsafe
  func append(key record: UnsafeRawBufferPointer) throws {
    let inPage = local(record.count)
    let head = Number.length(UInt64(record.count))
    let cell = try unsafe room(head + inPage + (inPage < record.count ? 4 : 0))
    try unsafe fill(cell + Number.put(UInt64(record.count), into: cell), record, inPage)
  }

  /// Writes what is left, and the root.
  func finish() throws {
    var top = leaf
    var last: UInt32?
    for page in interior {
      last = try unsafe file.append(top.seal(last: last))
      top = page
    }
    try unsafe file.put(top.seal(last: last), root: root)
  }

  private func room(_ size: Int) throws -> UnsafeMutableRawPointer {
    if let room = unsafe leaf.room(size) { return unsafe room }
    // In an index the keys between the leaves stand above them; in a table the id of the last row is repeated there.
    var divider: [UInt8] = []
    if isIndex { divider = leaf.takeLast() } else { divider = Number.varint(UInt64(bitPattern: lastRow)) }
    let number = try unsafe file.append(leaf.seal())
    leaf.clear()
    try promote(number, divider, level: 0)
    guard let room = unsafe leaf.room(size) else { preconditionFailure("a cell fits into an empty page") }
    return unsafe room
  }

  /// Enters a finished page and what divides it from the next one above it.
  private func promote(_ child: UInt32, _ divider: [UInt8], level: Int) throws {
    if level == interior.count {
      interior.append(Page(isIndex ? .indexInterior : .tableInterior, size: file.pageSize))
    }
    let page = interior[level]
    if let room = unsafe page.room(4 + divider.count) {
      return unsafe Tree.fill(room, child, divider)
    }
    // The last cell becomes the last child of the page, and its divider goes up; so no page is left without a cell.
    let cell = page.takeLast()
    let last = cell[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    let number = try unsafe file.append(page.seal(last: last))
    page.clear()
    try promote(number, Array(cell[4...]), level: level + 1)
    guard let room = unsafe page.room(4 + divider.count) else { preconditionFailure("a cell fits into an empty page") }
    unsafe Tree.fill(room, child, divider)
  }

  @unsafe
  private static func fill(_ cell: UnsafeMutableRawPointer, _ child: UInt32, _ divider: [UInt8]) {
    unsafe Number.put32(child, into: cell)
    unsafe divider.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { unsafe (cell + 4).copyMemory(from: start, byteCount: bytes.count) }
    }
  }

  /// How many bytes of a record stand in the page, the others overflow; section 1.6.
  private func local(_ count: Int) -> Int {
    let usable = file.pageSize
    let most = isIndex ? (usable - 12) * 64 / 255 - 23 : usable - 35
    guard count > most else { return count }
    let least = (usable - 12) * 32 / 255 - 23
    let even = least + (count - least) % (usable - 4)
    return even <= most ? even : least
  }

  @unsafe
  private func fill(_ place: UnsafeMutableRawPointer, _ record: UnsafeRawBufferPointer, _ inPage: Int) throws {
    guard let start = record.baseAddress else { preconditionFailure("a record has a head") }
    unsafe place.copyMemory(from: start, byteCount: inPage)
    guard inPage < record.count else { return }
    let rest = unsafe UnsafeRawBufferPointer(rebasing: record[inPage...])
    unsafe Number.put32(try file.append(overflow: rest), into: place + inPage)
  }
}
