internal import Vocabulary

/// Reads tables of places, dates and holders that were scraped again and again, as those of Wikipedia's lists of who
/// controls which town: `scraped_at`, `place_key`, `name`, `held_by`, `as_of`.
///
/// `as_of` is valid time: the day for which the list says it. `scraped_at` is when the public could know: every day of
/// scraping is a report of its own, and all of them have one origin, so that a list which repeats itself is one root. Only
/// plain words for a holder become a claim of control. "Contested" is a contest by somebody who is not named; whatever else
/// stands there (an empty cell, a question mark, "Gray zone", dirt of parsing) is kept as a condition that says nothing of a
/// holder. A place that leaves the list was lost by the list, not by its holder. Links are matched by footnote number and
/// are not trusted.
package final class ControlHistoryImporter: Importer {
  package let source = SourceDraft(key: "control-history", name: "A scraped history of who controls which place")
  private let names: NameBook
  private let scraped, place, holder: Int
  private let asOf, name, latitude, longitude, change: Int?

  package init(header: [String], names: NameBook) throws(ColumnProblems) {
    var columns = Columns(header)
    scraped = columns.need("scraped_at", "date")
    place = columns.need("place_key", "place", "name")
    holder = columns.need("held_by", "holder", "status")
    asOf = columns.find("as_of")
    name = columns.find("name")
    latitude = columns.find("lat", "latitude")
    longitude = columns.find("lon", "longitude", "lng")
    change = columns.find("change")
    self.names = names
    try columns.check()
  }

  package func isAside(_ record: TableRecord) -> Bool { false }

  package func key(of record: TableRecord, into key: inout [UInt8]) {
    key += record.cell(scraped)
    key.append(0)
    key += record.cell(place)
  }

  package func write(_ record: TableRecord, to pen: inout DraftPen, _ problems: inout Problems) {
    guard let day = record.moment(scraped) else {
      return problems.add(record, scraped, "not a moment", allowed: "2022-03-01 or 2022-03-01T13:47:37Z")
    }
    let isRemoval = change.map { record.equals($0, "removed") } ?? false
    let word = record.text(holder)
    let claim = isRemoval ? nil : ControlHistoryImporter.claim(word)
    pen.text("kind", claim == nil ? "claim.condition" : "claim.control")
    pen.open("occurred")
    pen.text("edtf", asOf.flatMap { ACLEDDay.day(record.cell($0)) } ?? day)
    pen.text("precision", "precise")
    pen.close()
    writePlace(record, to: &pen)
    pen.open("payload")
    if let claim {
      let own = Array("control-history:\(claim.actor)".utf8)
      pen.text("content", claim.content)
      pen.text(
        "actor", names.actor(own: own, name: Array(claim.name.utf8)[...], type: claim.isState ? "state" : "other"))
    } else {
      pen.text("condition", isRemoval ? "unlisted" : "unclear")
    }
    pen.close()
    pen.open("said")
    pen.text("report", names.report(source, day: day))
    pen.open("chain", "[")
    pen.open()
    pen.text("source", names.origin(SourceDraft(key: "wikipedia", name: "Wikipedia", url: "https://en.wikipedia.org/")))
    pen.text("role", "asserts")
    pen.close()
    pen.close("]")
    pen.close()
  }

  private func writePlace(_ record: TableRecord, to pen: inout DraftPen) {
    guard !record.isEmpty(place) else { return }
    let point = latitude.flatMap { lat in
      longitude.flatMap { lon in
        record.decimal(lat, within: 90).flatMap { lat in record.decimal(lon, within: 180).map { (lat: lat, lon: $0) } }
      }
    }
    let column = name ?? place
    let written = record.isEmpty(column) ? record.cell(place) : record.cell(column)
    let own = Array("control-history:".utf8) + Slug.of(record.cell(place), limit: 60)
    pen.open("place")
    pen.text("id", names.place(own: own, name: written, level: "town", in: nil, at: point))
    pen.text("name", written)
    pen.close()
  }

  /// A claim of control that a word makes.
  struct Claim { var content: String, actor: String, name: String, isState: Bool }

  /// The claim; `nil` when the word names no holder beyond doubt.
  static func claim(_ word: String) -> Claim? {
    switch word.lowercased() {
    case "ukraine": Claim(content: "hold", actor: "ukraine", name: "Ukraine", isState: true)
    case "russia": Claim(content: "hold", actor: "russia", name: "Russia", isState: true)
    case "donetsk pr", "dpr": Claim(content: "hold", actor: "donetsk-pr", name: "Donetsk PR", isState: false)
    case "luhansk pr", "lpr": Claim(content: "hold", actor: "luhansk-pr", name: "Luhansk PR", isState: false)
    case "contested": Claim(content: "contest", actor: "not-named", name: "contestant not named", isState: false)
    default: nil
    }
  }
}
