public import Vocabulary

/// A month of the calendar, as it stands behind the subject of a fact: `2023-08`.
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

  /// `2023-08`, which sorts as the calendar does; facts are filed under the months of the years 0 to 9999 only.
  public var text: [UInt8] {
    let year = min(max(year, 0), 9999)
    let digits = [1000, 100, 10, 1].map { UInt8(0x30 + year / $0 % 10) }
    return digits + [0x2D, UInt8(0x30 + number / 10), UInt8(0x30 + number % 10)]
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
