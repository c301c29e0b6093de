internal import Leaf

extension Period {
  /// What a period says in numbers, without the words it was written in.
  public struct Bounds: Hashable, Sendable {
    /// The first day it can mean; `nil` when the beginning is open or unknown.
    public let earliest: Day?
    /// The last day it can mean, not after `notAfter`; `nil` when it goes on or its end is unknown.
    public let latest: Day?
    /// Every day, or at least one day.
    public let precision: Precision
    /// Whether the beginning lies within the bounds.
    public let starts: Bool
    /// Whether the end lies within the bounds.
    public let ends: Bool
    /// The end is written `..`: it goes on.
    public let isOngoing: Bool
    /// The date of the report, which clips `latest`.
    public let notAfter: Day?

    /// The bounds of a date or interval, with what else is said about it.
    init(_ date: EDTF, precision: Precision? = nil, starts: Bool = false, ends: Bool = false, notAfter: Day? = nil) {
      let (first, last, inferred, ongoing) = Self.reading(date)
      earliest = first
      if let notAfter, !ongoing { latest = last.map { min($0, notAfter) } ?? notAfter } else { latest = last }
      self.precision = precision ?? inferred
      self.starts = starts
      self.ends = ends
      isOngoing = ongoing
      self.notAfter = notAfter
    }

    private static func reading(_ date: EDTF) -> (first: Day?, last: Day?, Precision, ongoing: Bool) {
      switch date {
      case .date(let date):
        let sure = date.unit == .day && date.qualifier == .none
        let bounds = date.bounds
        return (bounds.first, bounds.last, sure ? .precise : .imprecise, false)
      case .interval(let from, let to):
        var sure = true
        var first: Day?
        var last: Day?
        switch from {
        case .date(let date):
          first = date.first
          sure = date.qualifier == .none && date.unit <= .year
        case .open: break
        case .unknown: sure = false
        }
        switch to {
        case .date(let date):
          last = date.last
          sure = sure && date.qualifier == .none && date.unit <= .year
        case .open: break
        case .unknown: sure = false
        }
        return (first, last, sure ? .precise : .imprecise, to == .open)
      }
    }
  }
}

extension Period.Bounds {
  /// Reads the bounds of a period from its object in the leaf, or from the EDTF text a draft may put there; makes no
  /// `String`, for it is asked of every event of a replay.
  init?(_ document: Document, at place: Int) {
    if document.isString(place) {
      guard let date = Self.date(document, place) else { return nil }
      self.init(date)
      return
    }
    guard let edtf = document.member(place, "edtf"), let date = Self.date(document, edtf) else { return nil }
    self.init(
      date,
      precision: document.member(place, "precision").flatMap { precision in
        if document.isText(precision, "precise") { return .precise }
        return document.isText(precision, "imprecise") ? .imprecise : nil
      },
      starts: document.member(place, "starts").map { document.isTrue($0) } ?? false,
      ends: document.member(place, "ends").map { document.isTrue($0) } ?? false,
      notAfter: document.member(place, "not_after").flatMap { day in
        document.isString(day) ? document.withBytes(day) { Day(utf8: $0) } : nil
      })
  }

  private static func date(_ document: Document, _ place: Int) -> EDTF? {
    guard document.isString(place) else { return nil }
    return document.withBytes(place) { try? EDTF(utf8: $0, "") }
  }
}

extension Event {
  /// When it was so, in numbers: cheaper than ``occurred``.
  public var bounds: Period.Bounds? { places[.occurred].flatMap { Period.Bounds(document, at: $0) } }
}
