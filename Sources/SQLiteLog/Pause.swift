internal import Glibc

/// Short sleeps between attempts to get a lock: from a tenth of a millisecond to two, of uneven length so that two waiters do not keep step.
struct Pause {
  private var longest: UInt32 = 100
  private var state: UInt32 = UInt32(truncatingIfNeeded: getpid()) &* 2_654_435_761 | 1

  /// Sleeps once.
  mutating func sleep() {
    state ^= state << 13
    state ^= state >> 17
    state ^= state << 5
    usleep(longest / 2 + state % (longest / 2))
    longest = min(longest * 2, 2_000)
  }
}
