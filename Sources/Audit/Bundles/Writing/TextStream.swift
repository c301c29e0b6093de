/// Short texts on their way into a file, gathered into larger pieces.
struct TextStream {
  private var gathered: [UInt8] = []

  /// Adds a text; `write` takes what is gathered when that is enough.
  mutating func add(_ text: String, _ write: (UnsafeRawBufferPointer) throws -> Void) throws {
    gathered.append(contentsOf: text.utf8)
    if gathered.count >= 1 << 16 { try unsafe end(write) }
  }

  /// Writes what is gathered.
  mutating func end(_ write: (UnsafeRawBufferPointer) throws -> Void) throws {
    try unsafe gathered.withUnsafeBytes { try unsafe write($0) }
    gathered.removeAll(keepingCapacity: true)
  }
}
