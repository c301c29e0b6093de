public import Vocabulary

/// One value of a row, typed so that every rendering can draw it without computing.
public enum Cell: Hashable, Sendable {
  /// Nothing is known; absent is not zero.
  case none
  case text(String)
  case number(Int)
  case flag(Bool)
  case day(Day)
  /// Several words or ids, in a stable order.
  case list([String])
  /// A figure with its bounds; each may be missing.
  case range(min: Int?, best: Int?, max: Int?)
  /// Positions of events in the ledger.
  case events([UInt64])
}

extension Cell {
  /// The text, or nothing when there is none.
  public init(_ text: String?) { self = text.map { .text($0) } ?? .none }

  /// The day, or nothing when it is open or unknown.
  public init(_ day: Day?) { self = day.map { .day($0) } ?? .none }

  /// The number, or nothing.
  public init(_ number: Int?) { self = number.map { .number($0) } ?? .none }
}

extension Cell: CustomStringConvertible {
  /// The text a table shows; empty when there is nothing.
  public var description: String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .number(let number): String(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .day(let day): day.description
    case .list(let words): words.joined(separator: ", ")
    case .range(let min, let best, let max): Cell.figure(min, best, max)
    case .events(let positions): positions.map { "#\($0)" }.joined(separator: ", ")
    }
  }

  /// A figure in words: `46`, `at least 46`, `46 (at least 40)`, `46 (40–60)`, `40–60`.
  private static func figure(_ min: Int?, _ best: Int?, _ max: Int?) -> String {
    let bounds: String? =
      switch (min, max) {
      case (nil, nil): nil
      case (let min?, nil): "at least \(min)"
      case (nil, let max?): "at most \(max)"
      case (let min?, let max?): min == max ? "\(min)" : "\(min)–\(max)"
      }
    guard let best else { return bounds ?? "" }
    guard let bounds, min != best || max != best else { return "\(best)" }
    return "\(best) (\(bounds))"
  }
}
