public import Vocabulary

/// A month of the calendar, as it stands beside the subject of a fact: `2023-08`.
public struct Month: Hashable, Sendable {
  private let year: Int
  private let number: Int

  /// The month of a day.
  public init(of day: Day) {
    let date = day.date
    (year, number) = (date.year, date.month)
  }

  /// The month of a fact that begins and ends in the same one; `nil` for any other.
  init?(from: Day?, to: Day?) {
    guard let from, let to else { return nil }
    self.init(of: from)
    guard (0...9999).contains(year), from == to || self == Month(of: to) else { return nil }
  }

  /// How many bytes its text has.
  public static let length = 7

  /// `2023-08`, which sorts as the calendar does; facts are filed under the months of the years 0 to 9999 only.
  public var text: String {
    let year = String(min(max(year, 0), 9999))
    return String(repeating: "0", count: 4 - year.count) + year + (number < 10 ? "-0" : "-") + String(number)
  }

  /// How many bytes of what a fact is filed under are the subject, and whether a month stands behind them.
  public static func split(_ filed: ArraySlice<UInt8>) -> (subject: Int, isMonthly: Bool) {
    let subject = filed.count - length - 1
    guard subject >= 0, filed[filed.startIndex + subject] == Subject.monthMark else { return (filed.count, false) }
    return (subject, true)
  }

  /// Writes the same without allocating.
  func write(to pen: inout Pen) {
    pen.put(byte: UInt8(0x30 + year / 1000))
    pen.put(byte: UInt8(0x30 + year / 100 % 10))
    pen.put(byte: UInt8(0x30 + year / 10 % 10))
    pen.put(byte: UInt8(0x30 + year % 10))
    pen.put(byte: 0x2D)
    pen.put(byte: UInt8(0x30 + number / 10))
    pen.put(byte: UInt8(0x30 + number % 10))
  }
}
