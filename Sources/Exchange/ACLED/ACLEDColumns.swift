internal import Vocabulary

/// Where the columns of an ACLED export stand; names of the exports before and since 2019.
struct ACLEDColumns {
  let id, date, type, actor1, country, location, latitude, longitude, fatalities: Int
  let subType, actor2, inter1, inter2, timePrecision, geoPrecision, iso, admin1, admin2, admin3: Int?

  init(_ header: [String]) throws(ColumnProblems) {
    var columns = Columns(header)
    id = columns.need("event_id_cnty")
    date = columns.need("event_date")
    type = columns.need("event_type")
    subType = columns.find("sub_event_type")
    actor1 = columns.need("actor1")
    actor2 = columns.find("actor2")
    inter1 = columns.find("inter1")
    inter2 = columns.find("inter2")
    timePrecision = columns.find("time_precision")
    geoPrecision = columns.find("geo_precision")
    iso = columns.find("iso")
    country = columns.need("country")
    admin1 = columns.find("admin1")
    admin2 = columns.find("admin2")
    admin3 = columns.find("admin3")
    location = columns.need("location")
    latitude = columns.need("latitude")
    longitude = columns.need("longitude")
    fatalities = columns.need("fatalities")
    try columns.check()
  }
}

/// What an actor is, by its code: a digit in older exports, words in newer ones.
enum ACLEDActor {
  static func type(_ code: String) -> StaticString {
    switch code.lowercased() {
    case "1", "state forces": "state-force"
    case "2", "rebel group", "rebel groups": "rebel-group"
    case "3", "political militia", "political militias": "political-militia"
    case "4", "identity militia", "identity militias": "communal-militia"
    case "7", "civilians": "civilians"
    case "8", "external/other forces", "external forces": "international-force"
    default: "other"
    }
  }
}

/// The days of an export: `2023-06-01`, or `01 June 2023` as older ones have it.
enum ACLEDDay {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  static func day(_ cell: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: cell, as: UTF8.self)
    if text.utf8.count == 10, Day(text) != nil { return text }
    let words = text.lowercased().split { $0 == " " || $0 == "-" }
    guard words.count == 3, let day = Int(words[0]), let year = Int(words[2]), year >= 1900,
      let month = months.firstIndex(where: { $0 == words[1] || (words[1].count == 3 && $0.hasPrefix(words[1])) })
    else { return nil }
    let written = "\(year)-\(month < 9 ? "0" : "")\(month + 1)-\(day < 10 ? "0" : "")\(day)"
    return Day(written) == nil ? nil : written
  }
}
