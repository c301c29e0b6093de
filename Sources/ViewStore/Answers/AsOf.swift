internal import Leaf
public import Vocabulary

/// The known time a person asks for with `--as-of`: now, a position, or a day.
public enum AsOf: Hashable, Sendable {
  /// All that the ledger holds.
  case now
  /// As the ledger was when the event at that position had been recorded.
  case position(UInt64)
  /// As the ledger was at the end of that day, UTC.
  case day(Day)

  /// Reads `12`, `#12` or a date as `DaySpan` understands it; `nil` when it is neither.
  ///
  /// A number of four digits is a year only when it is written as more than a year (`2023-06`): positions come first.
  public init?(_ text: String) {
    let digits = text.utf8.first == 0x23 ? text.dropFirst() : Substring(text)
    if !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      guard let position = UInt64(digits) else { return nil }
      self = .position(position)
    } else if let span = try? DaySpan(text) {
      self = .day(span.last)
    } else {
      return nil
    }
  }

  /// How many events of the log were known then; `nil` for now.
  ///
  /// A day is found by halving: recorded times never decrease along a log.
  public func count(in log: some FollowedLog) throws -> UInt64? {
    switch self {
    case .now: return nil
    case .position(let position): return position + 1
    case .day(let day):
      var (low, high) = (UInt64(0), try log.size())
      while low < high {
        let middle = low + (high - low) / 2
        if try AsOf.recorded(middle, in: log).map({ $0 <= day }) ?? true { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The day on which an event was recorded; `nil` when its leaf cannot be read.
  static func recorded(_ position: UInt64, in log: some FollowedLog) throws -> Day? {
    var day: Day?
    try unsafe log.read(position..<position + 1) { _, leaf in
      if let document = try? Document(unsafe [UInt8](leaf), as: .trusted) {
        day = Day(String(Event(document).at.prefix(10)))
      }
      return false
    }
    return day
  }
}
