/// What is kept of an account while pairs are looked for: about eighty bytes, whatever the account says.
struct PairRecord {
  var event: UInt64
  var from: Int32
  var to: Int32
  /// The place, its rank, and what it lies in up to the region, by number.
  var place: Int32
  var rank: PairPlace.Rank
  var around: Int32
  /// The classes of the actors, a bit each; 0 when none is known.
  var classes: UInt64
  /// Lists of words, by number.
  var actors: Int32
  var modes: Int32
  var targets: Int32
  /// Those killed, else injured; -1 where no bound is given.
  var isInjured = false
  var least: Int32 = -1
  var best: Int32 = -1
  var most: Int32 = -1
  /// Position of the report, and the end of the chain by number; -1 when there is none.
  var report: Int64
  var origin: Int32

  /// How many days it can mean.
  var days: Int32 { to - from + 1 }

  /// The length classes of periods: a window of days is looked up in each by itself, so that one long period does not
  /// widen the window of all.
  static let lengths: [Int32] = [1, 7, 31, 92, 366]

  /// The number of its length class; `nil` when the period is longer than a year.
  var length: Int? { PairRecord.lengths.firstIndex { days <= $0 } }
}

/// Numbers given to values, each once.
struct Interning<Value: Hashable> {
  private var numbers: [Value: Int32] = [:]
  private(set) var values: [Value] = []

  mutating func number(_ value: Value) -> Int32 {
    if let known = numbers[value] { return known }
    let number = Int32(values.count)
    numbers[value] = number
    values.append(value)
    return number
  }

  subscript(_ number: Int32) -> Value { values[Int(number)] }
}
