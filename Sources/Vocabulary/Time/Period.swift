/// When something was so: bounds in valid time, and what is claimed about the days between them.
///
/// Month precision is a range, clipped by the date of the report (`not_after`): "in June", reported on 12 June, means
/// 1 to 12 June, imprecise. It is never "the first of June".
public struct Period: Hashable, Sendable {
  /// What it says in numbers.
  public let bounds: Bounds
  /// The words of the source, for example "In June".
  public let text: String?
  /// The date as EDTF.
  public let edtf: String

  /// The period of a single day: precise, unqualified.
  public init(_ day: Day) {
    self.init(.date(UncertainDate(day)), edtf: day.description)
  }

  /// The period that a text in EDTF means.
  ///
  /// - Throws: ``EDTFError`` with the reason.
  public init(_ edtf: String) throws(EDTFError) {
    self.init(try EDTF(edtf), edtf: edtf)
  }

  /// The period of a date or interval, with what else is said about it. `edtf` is its text.
  ///
  /// Without a `precision` one day and an interval are precise; months, seasons, years, decades, dates marked
  /// `~ ? %` and intervals with an unknown end are imprecise.
  public init(
    _ date: EDTF, edtf: String, precision: Precision? = nil, starts: Bool = false, ends: Bool = false,
    text: String? = nil, notAfter: Day? = nil
  ) {
    bounds = Bounds(date, Bounds.Details(precision: precision, starts: starts, ends: ends, notAfter: notAfter))
    self.text = text
    self.edtf = edtf
  }

  /// The first day it can mean; `nil` when the beginning is open or unknown.
  public var earliest: Day? { bounds.earliest }
  /// The last day it can mean, not after `notAfter`; `nil` when it goes on or its end is unknown.
  public var latest: Day? { bounds.latest }
  /// Every day, or at least one day.
  public var precision: Precision { bounds.precision }
  /// Whether the beginning lies within the bounds.
  public var starts: Bool { bounds.starts }
  /// Whether the end lies within the bounds.
  public var ends: Bool { bounds.ends }
  /// The end is written `..`: it goes on.
  public var isOngoing: Bool { bounds.isOngoing }
  /// The date of the report, which clips `latest`.
  public var notAfter: Day? { bounds.notAfter }

  /// Whether the day lies between the bounds.
  public func contains(_ day: Day) -> Bool {
    (earliest.map { $0 <= day } ?? true) && (latest.map { day <= $0 } ?? true)
  }

  /// Whether some day lies between the bounds of both.
  public func overlaps(_ other: Period) -> Bool {
    let begins = [earliest, other.earliest].compactMap(\.self).max()
    let finishes = [latest, other.latest].compactMap(\.self).min()
    guard let begins, let finishes else { return true }
    return begins <= finishes
  }
}
