import TestSupport
import Testing
import Vocabulary

@testable import Views

/// Blocking loses no pair: it finds what comparing every two accounts finds.
@Suite
struct PairPropertyTests {
  @Test(arguments: SeededRandom.seeds(12))
  func `blocking finds the pairs that comparing every two finds`(seed: UInt64) {
    var random = SeededRandom(seed)
    var log = PairLog()
    let places = ["north-a", "north-b", "north-cercle", "north", "south-a", "south-cercle"]
    let days = ["2023-01-05", "2023-01-06", "2023-01", "2023-01-02/2023-01-07", "2023", "2023-02-20", "2022-12-31"]
    var told: [(event: UInt64, told: PairLog.Told)] = []
    for _ in 0..<24 {
      let one = PairLog.Told(
        place: places[random.below(places.count)], precision: [nil, 1, 3, 4][random.below(4)],
        when: days[random.below(days.count)], actor: [nil, "rebels", "wing", "army"][random.below(4)])
      told.append((log.attack(one), one))
    }
    var expected: Set<[UInt64]> = []
    for (index, one) in told.enumerated() {
      for other in told.dropFirst(index + 1) where Self.isPair(one.told, other.told) {
        expected.insert([one.event, other.event])
      }
    }
    let found = log.search(limit: 1000).pairs.map { [$0.earlier.event, $0.later.event] }
    #expect(Set(found) == expected, "seed \(seed)")
    #expect(found.count == expected.count, "seed \(seed): a pair twice")
  }

  /// Written out by hand, without index, ranks or references.
  private static func isPair(_ one: PairLog.Told, _ other: PairLog.Told) -> Bool {
    let actors = [one.actor, other.actor].compactMap(\.self)
    let armies = actors.filter { $0 == "army" }.count
    let rebels = actors.filter { $0 == "rebels" || $0 == "wing" }.count
    guard armies == 0 || rebels == 0 else { return false }
    let (left, right) = (path(one), path(other))
    guard left.contains(right[0]) || right.contains(left[0]) else { return false }
    let (first, second) = (days(one), days(other))
    return first.0 <= second.1 + 1 && second.0 <= first.1 + 1
  }

  private static func path(_ told: PairLog.Told) -> [String] {
    let region = told.place?.hasPrefix("north") == true ? "north" : "south"
    let path =
      told.place == region
      ? [region]
      : told.place?.hasSuffix("cercle") == true
        ? ["\(region)-cercle", region] : [told.place ?? "", "\(region)-cercle", region]
    switch told.precision {
    case 3: return path.count == 3 ? Array(path.dropFirst()) : path
    case 4: return [region]
    default: return path
    }
  }

  /// Days of 2023, counted from its first.
  private static func days(_ told: PairLog.Told) -> (Int, Int) {
    switch told.when {
    case "2023-01-05": (4, 4)
    case "2023-01-06": (5, 5)
    case "2023-01": (0, 30)
    case "2023-01-02/2023-01-07": (1, 6)
    case "2023": (0, 364)
    case "2023-02-20": (50, 50)
    default: (-1, -1)
    }
  }
}
