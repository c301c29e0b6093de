/// One calendar day, counted from 1970-01-01 in the proleptic Gregorian calendar (ISO 8601).
///
/// Days are the finest unit of valid time: sources seldom give more, and every comparison stays an integer comparison.
/// Years 0000 to 9999, as ISO 8601 writes them without an agreement between the parties.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let number: Int32

  /// The day with this number; no check, so that a sentinel of a store can be read back.
  public init(number: Int32) { self.number = number }

  /// The day of a date, or `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    number = Day.count(year: year, month: month, day: day)
  }

  /// The day written `YYYY-MM-DD`; nothing else is accepted.
  public init?(_ text: String) { self.init(utf8: text.utf8Span.span) }

  /// The day whose UTF-8 is `YYYY-MM-DD`; nothing else is accepted.
  public init?(utf8 bytes: Span<UInt8>) {
    var position = 0
    guard bytes.count == 10,
      let year = DateDigits.number(4, in: bytes, at: &position),
      DateDigits.skip(0x2D, in: bytes, at: &position),
      let month = DateDigits.number(2, in: bytes, at: &position),
      DateDigits.skip(0x2D, in: bytes, at: &position),
      let day = DateDigits.number(2, in: bytes, at: &position)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day that lies `days` later, or earlier when negative.
  public func advanced(by days: Int) -> Day { Day(number: number + Int32(days)) }

  /// How many days lie from this day to the other.
  public func distance(to other: Day) -> Int { Int(other.number) - Int(number) }

  /// The number of days of a month (1 to 12) in a year.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the year has a 29 February.
  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// Days since 1970-01-01 of a date that exists; years are counted from March, so that the leap day comes last.
  static func count(year: Int, month: Int, day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day of the calendar.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension Day: CustomStringConvertible, LosslessStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = date
    let bytes =
      DateDigits.padded(year, 4) + [0x2D] + DateDigits.padded(month, 2) + [0x2D] + DateDigits.padded(day, 2)
    return String(decoding: bytes, as: UTF8.self)
  }
}
