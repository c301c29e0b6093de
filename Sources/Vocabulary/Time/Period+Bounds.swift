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
    init(_ date: EDTF, _ details: Details = Details()) {
      let (first, last, inferred, ongoing) = Self.reading(date)
      earliest = first
      if let notAfter = details.notAfter, !ongoing {
        latest = last.map { min($0, notAfter) } ?? notAfter
      } else {
        latest = last
      }
      precision = details.precision ?? inferred
      starts = details.starts
      ends = details.ends
      isOngoing = ongoing
      notAfter = details.notAfter
    }

    /// The bounds of a single day, with what else is said about it.
    init(_ day: Day, _ details: Details) {
      earliest = day
      latest = details.notAfter.map { min(day, $0) } ?? day
      precision = details.precision ?? .precise
      starts = details.starts
      ends = details.ends
      isOngoing = false
      notAfter = details.notAfter
    }

    /// What can be said about a date or interval besides.
    struct Details {
      var precision: Precision?
      var starts = false
      var ends = false
      var notAfter: Day?
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
    guard document.isObject(place) else {
      self.init(document, place, Details())
      return
    }
    var details = Details()
    var edtf: Int?
    let end = document.next(after: place)
    var key = place + 1
    while key < end {
      let value = key + 1
      if document.isKey(key, "edtf") {
        edtf = value
      } else if document.isKey(key, "precision") {
        details.precision = Self.precision(document, value)
      } else if document.isKey(key, "starts") {
        details.starts = document.isTrue(value)
      } else if document.isKey(key, "ends") {
        details.ends = document.isTrue(value)
      } else if document.isKey(key, "not_after"), document.isString(value) {
        details.notAfter = document.withBytes(value) { Day(utf8: $0) }
      }
      key = document.next(after: value)
    }
    guard let edtf else { return nil }
    self.init(document, edtf, details)
  }

  /// Reads the date or interval at a place.
  private init?(_ document: Document, _ edtf: Int, _ details: Details) {
    guard document.isString(edtf) else { return nil }
    let (head, tail, length) = document.halves(edtf)
    if length == 10, let day = Day(head: head, tail: tail) {
      self.init(day, details)
      return
    }
    guard let date = document.withBytes(edtf, { try? EDTF(utf8: $0, "") }) else { return nil }
    self.init(date, details)
  }

  private static func precision(_ document: Document, _ place: Int) -> Precision? {
    if document.isText(place, "precise") { return .precise }
    return document.isText(place, "imprecise") ? .imprecise : nil
  }
}

extension Event {
  /// When it was so, in numbers: cheaper than ``occurred``.
  public var bounds: Period.Bounds? {
    if places.occurred == 0 { return nil }
    return Period.Bounds(document, at: Int(places.occurred))
  }
}
