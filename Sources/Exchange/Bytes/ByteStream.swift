internal import Ledger

/// The bytes of a file, a piece at a time; a gzip file is unpacked on the way.
@safe
package final class ByteStream {
  private let file: OpenFile
  private let path: String
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var waiting = 0..<0
  private var unpacking: Unpacking?
  private var isWithinMember = false
  private var isAtEnd = false
  private var hasBegun = false
  /// How many bytes of the file were read, for progress.
  package private(set) var consumed: UInt64 = 0

  private let unpacks: Bool

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameter unpacks: whether a gzip file is unpacked.
  package init(_ path: String, unpacks: Bool = true) throws(ExchangeError) {
    self.unpacks = unpacks
    self.path = path == "-" ? "standard input" : path
    do throws(FileError) {
      file = path == "-" ? OpenFile.standardInput : try OpenFile(path, .reading)
    } catch { throw .unreadable(path: path, reason: "cannot be read: \(error.reason)") }
  }

  deinit { unsafe input.deallocate() }

  /// Whether the file is packed; known after the first read.
  package var isPacked: Bool { unpacking != nil }

  /// Fills the memory from its beginning and answers how many bytes there are; 0 at the end.
  package func read(into output: UnsafeMutableRawBufferPointer) throws(ExchangeError) -> Int {
    if !hasBegun { try begin() }
    guard let unpacking else {
      if waiting.isEmpty { return unsafe try readFile(output) }
      let count = min(waiting.count, output.count)
      unsafe output.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[waiting.prefix(count)]))
      waiting = waiting.lowerBound + count..<waiting.upperBound
      return count
    }
    while true {
      if waiting.isEmpty {
        waiting = 0..<(unsafe try readFile(input))
        if waiting.isEmpty {
          if isWithinMember { throw damaged("the packed file is cut off") }
          return 0
        }
      }
      isWithinMember = true
      let step = unsafe unpacking.step(UnsafeRawBufferPointer(rebasing: input[waiting]), into: output)
      switch step {
      case .moved(let taken, let put):
        waiting = waiting.lowerBound + taken..<waiting.upperBound
        if put > 0 { return put }
      case .ended(let taken, let put):
        waiting = waiting.lowerBound + taken..<waiting.upperBound
        isWithinMember = false
        if put > 0 { return put }
      case .damaged: throw damaged("the packed file is damaged")
      }
    }
  }

  private func begin() throws(ExchangeError) {
    hasBegun = true
    var count = 0
    while count < 2 {
      let more = try unsafe readFile(UnsafeMutableRawBufferPointer(rebasing: input[count...]))
      if more == 0 { break }
      count += more
    }
    waiting = 0..<count
    guard unpacks, count >= 2 else { return }
    if unsafe input[0] == Unpacking.magic[0] && input[1] == Unpacking.magic[1] { unpacking = Unpacking() }
  }

  private func readFile(_ memory: UnsafeMutableRawBufferPointer) throws(ExchangeError) -> Int {
    do throws(FileError) {
      let count = try unsafe file.read(into: memory)
      consumed += UInt64(count)
      return count
    } catch { throw .unreadable(path: path, reason: "cannot be read: \(error.reason)") }
  }

  private func damaged(_ reason: String) -> ExchangeError {
    .notReadable(path: path, reason: reason, allowed: "plain bytes, or whole gzip files (RFC 1952)")
  }
}
