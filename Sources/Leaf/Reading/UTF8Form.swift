/// The form of UTF-8 (RFC 3629): no overlong sequence, no surrogate, nothing above U+10FFFF.
enum UTF8Form {
  /// The length of the sequence of two to four bytes that begins here; 0 when it is malformed.
  @inline(__always)
  static func length(_ memory: TapeMemory, _ start: Int) -> Int {
    let second = memory.byte(start + 1)
    switch memory.byte(start) {
    case 0xC2...0xDF: return isFollowing(second) ? 2 : 0
    case 0xE0: return second >= 0xA0 && isFollowing(second) && isFollowing(memory.byte(start + 2)) ? 3 : 0
    case 0xED: return second < 0xA0 && isFollowing(second) && isFollowing(memory.byte(start + 2)) ? 3 : 0
    case 0xE1...0xEF: return isFollowing(second) && isFollowing(memory.byte(start + 2)) ? 3 : 0
    case 0xF0: return second >= 0x90 && areFollowing(memory, start, second) ? 4 : 0
    case 0xF4: return second < 0x90 && areFollowing(memory, start, second) ? 4 : 0
    case 0xF1...0xF3: return areFollowing(memory, start, second) ? 4 : 0
    default: return 0
    }
  }

  @inline(__always)
  private static func isFollowing(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  @inline(__always)
  private static func areFollowing(_ memory: TapeMemory, _ start: Int, _ second: UInt8) -> Bool {
    isFollowing(second) && isFollowing(memory.byte(start + 2)) && isFollowing(memory.byte(start + 3))
  }
}
