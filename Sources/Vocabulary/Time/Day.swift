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

  /// The day whose ten bytes are `YYYY-MM-DD`: the first eight as one number, the first byte being the most significant,
  /// and the last two at the top of another. For events of a replay, of which nearly all have such a date.
  init?(head: UInt64, tail: UInt64) {
    let digits = head ^ 0x3030_3030_2D30_302D
    let last = tail ^ 0x3030_0000_0000_0000
    let overNine = (digits &+ 0x0606_0606_0006_0600) & 0xF0F0_F0F0_00F0_F000
    let lastOverNine = (last &+ 0x0606_0000_0000_0000) & 0xF0F0_0000_0000_0000
    guard digits & 0xF0F0_F0F0_FFF0_F0FF == 0, last & 0xF0F0_FFFF_FFFF_FFFF == 0, overNine == 0, lastOverNine == 0
    else { return nil }
    func digit(_ number: UInt64, _ place: UInt64) -> Int {
      Int(truncatingIfNeeded: number &>> (56 &- 8 &* place)) & 15
    }
    let year = (digit(digits, 0) &* 10 &+ digit(digits, 1)) &* 100 &+ digit(digits, 2) &* 10 &+ digit(digits, 3)
    let month = digit(digits, 5) &* 10 &+ digit(digits, 6)
    self.init(year: year, month: month, day: digit(last, 0) &* 10 &+ digit(last, 1))
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
