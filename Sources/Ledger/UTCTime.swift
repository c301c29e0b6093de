/// Writes moments as the envelope does.
package enum UTCTime {
  /// Seconds since 1970 by the clock of the system.
  package static func now() -> UInt64 { UInt64(max(0, systemMilliseconds() / 1000)) }

  /// The same for seconds since 1970; the year 9999 for what lies beyond.
  package static func text(seconds: UInt64) -> String {
    text(milliseconds: Int64(min(seconds, 253_402_300_799)) * 1000)
  }

  /// `2026-11-24T08:00:00Z` for milliseconds since 1970, cut to the second; years 0 to 9999.
  package static func text(milliseconds: Int64) -> String {
    let seconds = (milliseconds - (milliseconds % 1000 + 1000) % 1000) / 1000
    let day = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
    let time = Int(seconds - day * 86_400)
    let (year, month, date) = civil(day)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))T"
      + "\(padded(time / 3600, 2)):\(padded(time / 60 % 60, 2)):\(padded(time % 60, 2))Z"
  }

  /// The day since 1970-01-01 of a proleptic Gregorian date (the same source).
  package static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The proleptic Gregorian date of a day since 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private static func civil(_ day: Int64) -> (year: Int, month: Int, date: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let date = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (Int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), Int(month), Int(date))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
