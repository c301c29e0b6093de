/// Random words of the system, asked for 32 at a time: one call of the system for each id costs as much as sealing an event.
struct RandomWords {
  private var words: [UInt64] = []

  /// The next word.
  mutating func next() -> UInt64 {
    if let word = words.popLast() { return word }
    words = [UInt64](repeating: 0, count: 32)
    let isFilled = unsafe words.withUnsafeMutableBytes { unsafe systemRandom($0) }
    precondition(isFilled, "the system has random bytes for ids")
    return words.removeLast()
  }
}
