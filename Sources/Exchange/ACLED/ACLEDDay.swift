internal import Vocabulary

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
