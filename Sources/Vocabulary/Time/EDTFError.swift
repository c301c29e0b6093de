/// Why a text is refused as a date or an interval.
public enum EDTFError: Error, Equatable, Sendable {
  /// The text is not written as EDTF.
  case notADate(String)
  /// The month is not 01 to 12, nor a season.
  case noSuchMonth(String, Int)
  /// The month has fewer days.
  case noSuchDay(String, year: Int, month: Int, length: Int)
  /// The interval ends before it begins.
  case endsBeforeItBegins(String)
  /// Both ends are open or unknown, so the interval says nothing.
  case saysNothing(String)
  /// The text gives a time of day.
  case timeOfDay(String)
  /// A part of ISO 8601-2 that is not kept.
  case unsupported(String, String)
  /// An interval stands where one date is wanted.
  case intervalNotDate(String)

  /// What a person reads: the value, and why it is refused.
  public var message: String {
    switch self {
    case .notADate(let text): "\(text): not a date"
    case .noSuchMonth(let text, let month):
      month == 100 ? "\(text): there is no month or day 00" : "\(text): there is no month \(month)"
    case .noSuchDay(let text, let year, let month, let length):
      "\(text): \(Self.months[month - 1]) \(year) has \(length) days"
    case .endsBeforeItBegins(let text): "\(text): ends before it begins"
    case .saysNothing(let text): "\(text): neither end is given"
    case .timeOfDay(let text): "\(text): days are the finest unit; keep a time of day in a note"
    case .unsupported(let text, let what): "\(text): \(what) is not supported"
    case .intervalNotDate(let text): "\(text): one date is wanted here, not an interval"
    }
  }

  /// What may stand there instead.
  public static let allowed =
    "a date as 2023-06-01, 2023-06, 2023, 2012~, 2012?, 201X, 2023-XX, 2023-21 (spring) "
    + "or an interval as 2022-03/2022-06, 2022-03/.. (still open), 2022-03/ (end unknown)"

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
