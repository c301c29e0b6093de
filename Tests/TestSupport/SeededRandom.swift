import Foundation

/// A generator of numbers that a seed repeats (SplitMix64).
public struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  public init(_ seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below the bound.
  public mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// True once in so many times.
  public mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// The seeds of a property test: new ones each run, or the one named by `DAYBOOK_SEED`; their number is multiplied by
  /// `DAYBOOK_ROUNDS`. A failure shows the seed as the argument of its test.
  public static func seeds(_ rounds: Int) -> [UInt64] {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["DAYBOOK_SEED"].flatMap(UInt64.init) { return [seed] }
    let factor = environment["DAYBOOK_ROUNDS"].flatMap(Int.init) ?? 1
    let start = UInt64.random(in: 0..<1_000_000_000)
    return (0..<UInt64(rounds * factor)).map { start + $0 }
  }
}
