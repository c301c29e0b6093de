/// Drafts from a file or from standard input, one JSON document a line. Blank lines are passed over but counted.
@safe
public final class JSONLines: DraftSource {
  /// The longest line, in bytes: a draft may hold white space and escapes that its leaf will not.
  public static let lineLimit = 1_048_576

  private let file: OpenFile
  private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var start = 0
  private var end = 0
  private var line = 0
  private var isAtEnd = false

  /// Reads a file; `-` is standard input.
  public init(_ path: String) throws(LedgerError) {
    do throws(FileError) {
      file = path == "-" ? OpenFile.standardInput : try OpenFile(path, .reading)
    } catch { throw LedgerError(error) }
  }

  deinit { unsafe memory.deallocate() }

  @unsafe
  public func next() throws(LedgerError) -> (line: Int, draft: UnsafeRawBufferPointer)? {
    while let found = try unsafe nextLine() {
      line += 1
      var draft = unsafe found
      if unsafe draft.last == 0x0d { unsafe draft = UnsafeRawBufferPointer(rebasing: draft.dropLast()) }
      if unsafe draft.contains(where: { $0 != 0x20 && $0 != 0x09 }) { return unsafe (line, draft) }
    }
    return nil
  }

  private func nextLine() throws(LedgerError) -> UnsafeRawBufferPointer? {
    var looked = start
    while true {
      let unread = unsafe UnsafeRawBufferPointer(rebasing: memory[looked..<end])
      if let newline = unsafe systemFind(0x0a, unread) {
        defer { start = looked + newline + 1 }
        return unsafe UnsafeRawBufferPointer(rebasing: memory[start..<looked + newline])
      }
      if isAtEnd {
        guard start < end else { return nil }
        defer { start = end }
        return unsafe UnsafeRawBufferPointer(rebasing: memory[start..<end])
      }
      guard end - start <= JSONLines.lineLimit else {
        throw .refused(line: line + 1, .lineTooLong(limit: JSONLines.lineLimit))
      }
      looked = end
      looked -= makeRoom()
      do throws(FileError) {
        let count = try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[end...]))
        end += count
        isAtEnd = count == 0
      } catch { throw LedgerError(error) }
    }
  }

  /// Moves what is unread to the front, into larger memory when that is full; answers by how much it moved.
  private func makeRoom() -> Int {
    let moved = start
    let unread = unsafe UnsafeRawBufferPointer(rebasing: memory[start..<end])
    if unsafe unread.count > memory.count / 2 {
      let larger = unsafe UnsafeMutableRawBufferPointer.allocate(byteCount: memory.count * 2, alignment: 16)
      unsafe larger.copyMemory(from: unread)
      unsafe memory.deallocate()
      unsafe memory = larger
    } else if start > 0 {
      unsafe memory.copyMemory(from: unread)
    }
    start = 0
    end -= moved
    return moved
  }
}
