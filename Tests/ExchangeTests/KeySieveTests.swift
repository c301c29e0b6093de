import TestSupport
import Testing

@testable import Exchange

@Suite("Keys that may stand twice")
struct KeySieveTests {
  @Test(arguments: SeededRandom.seeds(3))
  func `every key that stands twice is a suspect, and few others are`(_ seed: UInt64) {
    print("seed \(seed)")
    var random = SeededRandom(seed)
    var sieve = KeySieve(rows: 20_000)
    var seen: Set<Int> = []
    var twice: Set<UInt64> = []
    for _ in 0..<20_000 {
      let number = random.below(1_000_000)
      let key = RowHash(Array("\(number)".utf8))
      sieve.add(key)
      if !seen.insert(number).inserted { twice.insert(key.high) }
    }
    #expect(!twice.isEmpty, "seed \(seed)")
    #expect(twice.isSubset(of: sieve.suspects), "seed \(seed)")
    #expect(sieve.suspects.count - twice.count < 100, "seed \(seed): \(sieve.suspects.count - twice.count) others")
  }
}
