/// One date as EDTF writes it (ISO 8601-2:2019, levels 0 and 1, and quarters and semesters of level 2).
///
/// A date stands for the range of days it may mean: `2023-06` for the thirty days of June. `~ ? %` say that the date
/// itself is approximate, uncertain or both; they do not widen the range, they make it imprecise.
public struct UncertainDate: Hashable, Sendable {
  /// How fine the date is.
  public enum Unit: UInt8, Comparable, Sendable {
    case day, month, season, year, decade, century

    public static func < (left: Unit, right: Unit) -> Bool { left.rawValue < right.rawValue }
  }

  /// What EDTF's closing sign says about the date.
  public enum Qualifier: UInt8, Sendable {
    case none = 0
    case uncertain = 0x3F  // ?
    case approximate = 0x7E  // ~
    case uncertainAndApproximate = 0x25  // %
  }

  /// The year; the first of its decade or century for `201X` and `20XX`.
  let year: UInt16
  /// 1 to 12 a month, 21 and above a season or part of a year, `unspecified` for `XX`, 0 for none.
  let month: UInt8
  /// 1 to 31 a day, `unspecified` for `XX`, 0 for none.
  let day: UInt8
  /// How fine the date is; `2012-XX` is as fine as a year.
  public let unit: Unit
  /// The closing sign.
  public let qualifier: Qualifier

  static let unspecified: UInt8 = 0xFF

  /// The first day the date may mean.
  public var first: Day { bounds.first }

  /// The last day the date may mean.
  public var last: Day { bounds.last }

  /// The date of a single day.
  public init(_ day: Day) {
    let date = day.date
    self.init(year: date.year, month: date.month, day: date.day, unit: .day, qualifier: .none)
  }

  init(year: Int, month: Int, day: Int, unit: Unit, qualifier: Qualifier) {
    self.year = UInt16(year)
    self.month = UInt8(month)
    self.day = UInt8(day)
    self.unit = unit
    self.qualifier = qualifier
  }

  /// The first and the last day the date may mean.
  var bounds: (first: Day, last: Day) {
    let year = Int(year)
    let month = Int(month)
    switch unit {
    case .day:
      let only = Day(number: Day.count(year: year, month: month, day: Int(day)))
      return (only, only)
    case .month: return Self.months(month...month, of: year)
    case .season: return Self.part(month, of: year)
    case .year: return Self.months(1...12, of: year)
    case .decade: return (Self.months(1...12, of: year).first, Self.months(1...12, of: year + 9).last)
    case .century: return (Self.months(1...12, of: year).first, Self.months(1...12, of: year + 99).last)
    }
  }

  /// The days from the first of one month to the end of another of the same year.
  private static func months(_ months: ClosedRange<Int>, of year: Int) -> (first: Day, last: Day) {
    let length = Day.length(ofMonth: months.upperBound, year: year)
    return (
      Day(number: Day.count(year: year, month: months.lowerBound, day: 1)),
      Day(number: Day.count(year: year, month: months.upperBound, day: length))
    )
  }

  /// The days of a part of a year. Seasons are the meteorological ones of the north; winter begins in December of
  /// the year named and ends in February of the next.
  private static func part(_ code: Int, of year: Int) -> (first: Day, last: Day) {
    switch code {
    case 21...23: months((code - 20) * 3...(code - 20) * 3 + 2, of: year)
    case 24: (months(12...12, of: year).first, months(1...2, of: year + 1).last)
    case 33...36: months((code - 33) * 3 + 1...(code - 33) * 3 + 3, of: year)
    default: months((code - 40) * 6 + 1...(code - 40) * 6 + 6, of: year)
    }
  }
}

extension UncertainDate: CustomStringConvertible {
  /// The date as EDTF.
  public var description: String {
    var bytes = DateDigits.padded(Int(year), 4)
    if unit == .decade { bytes[3] = 0x58 }
    if unit == .century { bytes.replaceSubrange(2...3, with: [0x58, 0x58]) }
    for part in [month, day] where part != 0 {
      bytes.append(0x2D)
      bytes += part == Self.unspecified ? [0x58, 0x58] : DateDigits.padded(Int(part), 2)
    }
    if qualifier != .none { bytes.append(qualifier.rawValue) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
