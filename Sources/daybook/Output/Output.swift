import Glibc

/// Standard output, gathered into large writes.
///
/// A reader that goes away (`| head`) is no failure: what follows is dropped, and the command may ask `isWanted` to
/// stop early. A disk that is full is one: `finish` throws with status 74, because a truncated result must never look
/// like a whole one.
struct Output: ~Copyable {
  /// What the command ends with when nothing is thrown.
  var status: ExitStatus = .done
  /// Whether anybody still reads.
  private(set) var isWanted = true
  private let descriptor: Descriptor
  private var buffer: [UInt8] = []
  private var failure: Int32 = 0

  private static let limit = 1 << 16

  init(_ descriptor: Descriptor = .output) {
    self.descriptor = descriptor
  }

  var isStyled: Bool { descriptor.isStyled }
  var isTerminal: Bool { descriptor.isTerminal }
  var width: Int? { descriptor.width }

  mutating func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.limit { flush() }
  }

  mutating func write(_ text: String) { write(text.utf8) }

  mutating func line(_ text: String = "") {
    write(text.utf8)
    write(CollectionOfOne(UInt8(ascii: "\n")))
  }

  /// Writes what is gathered. Call it before waiting, so that a person sees it.
  mutating func flush() {
    if isWanted, !buffer.isEmpty {
      let error = descriptor.write(buffer)
      if error != 0 {
        isWanted = false
        if error != EPIPE { failure = error }
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes the rest and throws when any of it was lost.
  mutating func finish() throws(Complaint) {
    flush()
    guard failure != 0 else { return }
    throw Complaint(.inputOutput, "the result could not be written: \(SystemError.text(failure))")
  }
}
