internal import Vocabulary

/// Reads exports of ACLED: both taxonomies (before and since 2019), dyadic and monadic, digits or words for types of actor.
///
/// `actor1` and `actor2` have no direction, so that everybody is a participant and nobody a perpetrator; who was attacked is
/// told only where the type of event tells it. Fatalities are one conservative count, without bounds; an empty cell is no
/// zero. Only `geo_precision` 1 is a town; the coordinates of 2 and 3 are those of a nearby or provincial capital, so that
/// the place is the district or the province. A monadic export repeats an event for each actor: the further rows are
/// accounts of the same event and count once. Political violence is an `attack`, sexual violence a guarded `abuse`,
/// demonstrations and strategic developments are conditions of an area.
package final class ACLEDImporter: Importer {
  package let source = SourceDraft(
    key: "acled", name: "Armed Conflict Location & Event Data (ACLED)", url: "https://acleddata.com/")
  private let columns: ACLEDColumns
  private let names: NameBook

  package init(header: [String], names: NameBook) throws(ColumnProblems) {
    columns = try ACLEDColumns(header)
    self.names = names
  }

  package func isAside(_ record: TableRecord) -> Bool {
    record.number <= 3 && record.cell(0).first == 0x23
      && (0..<record.count).allSatisfy { record.cell($0).isEmpty || record.cell($0).first == 0x23 }
  }

  package func key(of record: TableRecord, into key: inout [UInt8]) { key += record.cell(columns.id) }

  package func write(_ record: TableRecord, to pen: inout DraftPen, _ problems: inout Problems) {
    if record.isEmpty(columns.id) { problems.add(record, columns.id, "the id is missing") }
    let meaning = meaning(record, &problems)
    let fatalities = figure(record, &problems)
    pen.text("kind", "\(meaning.kind(fatalities: fatalities ?? 0))")
    writePeriod(record, to: &pen, &problems)
    writeParties(record, to: &pen)
    writePlace(record, to: &pen, &problems)
    pen.open("payload")
    switch meaning.kind(fatalities: fatalities ?? 0) {
    case "attack":
      pen.text("mode", "\(meaning.word(fatalities: fatalities ?? 0))")
      pen.text("form", "single")
      if let target = meaning.target { pen.text("target", "\(target)") }
    case "abuse":
      pen.open("acts", "[")
      pen.open()
      pen.text("act", "sexual-violence")
      pen.text("victims", "civilians")
      pen.close()
      pen.close("]")
      pen.flag("crsv", true)
      pen.text("status", "reported")
    default: pen.text("condition", "\(meaning.word(fatalities: 0))")
    }
    if let fatalities, meaning.kind(fatalities: fatalities) != "claim.condition" { writeCount(fatalities, to: &pen) }
    pen.close()
  }

  private func writeCount(_ fatalities: Int64, to pen: inout DraftPen) {
    pen.open("counts", "[")
    pen.open()
    pen.text("what", "killed")
    pen.integer("best", fatalities)
    pen.text("basis", "conservative")
    pen.close()
    pen.close("]")
  }

  private func figure(_ record: TableRecord, _ problems: inout Problems) -> Int64? {
    if record.isEmpty(columns.fatalities) { return nil }
    guard let number = record.integer(columns.fatalities), number >= 0 else {
      problems.add(record, columns.fatalities, "not a number of deaths", allowed: "a whole number from 0, or empty")
      return nil
    }
    return number
  }

  private func meaning(_ record: TableRecord, _ problems: inout Problems) -> ACLEDType {
    let column = columns.subType.flatMap { record.isEmpty($0) ? nil : $0 } ?? columns.type
    let written = record.text(column)
    if let type = ACLEDType.all[written.lowercased()] { return type }
    problems.add(
      record, column, "not a type of event of either taxonomy",
      allowed: "the 25 sub-event types since 2019, or the 9 types before",
      among: ACLEDType.words)
    return ACLEDType(kind: "claim.condition", word: "development")
  }

  // MARK: When

  private func writePeriod(_ record: TableRecord, to pen: inout DraftPen, _ problems: inout Problems) {
    guard let day = ACLEDDay.day(record.cell(columns.date)) else {
      return problems.add(record, columns.date, "not a day", allowed: "a day as 2023-06-01 or 01 June 2023")
    }
    let precision = columns.timePrecision.flatMap { record.integer($0) } ?? 1
    if let column = columns.timePrecision, !(1...3).contains(precision) {
      problems.add(record, column, "not a code of this column", allowed: "1 the day, 2 the week, 3 the month")
    }
    pen.open("occurred")
    pen.text("edtf", precision == 1 ? day : precision == 2 ? day + "~" : String(day.prefix(7)))
    pen.text("precision", precision == 1 ? "precise" : "imprecise")
    pen.close()
  }

  // MARK: Who

  private func writeParties(_ record: TableRecord, to pen: inout DraftPen) {
    let sides = [(columns.actor1, columns.inter1), (columns.actor2, columns.inter2)].filter { column, _ in
      column.map { !record.isEmpty($0) } ?? false
    }
    guard !sides.isEmpty else { return }
    pen.open("parties", "[")
    for (column, inter) in sides {
      guard let column else { continue }
      let type = ACLEDActor.type(inter.map { record.text($0) } ?? "")
      pen.open()
      if type.description != "civilians" {
        let own = Array("acled:".utf8) + Slug.of(record.cell(column), limit: 80)
        pen.text("actor", names.actor(own: own, name: record.cell(column), type: type))
      }
      pen.text("name", record.cell(column))
      pen.text("role", "participant")
      pen.close()
    }
    pen.close("]")
  }

  // MARK: Where

  private func writePlace(_ record: TableRecord, to pen: inout DraftPen, _ problems: inout Problems) {
    let precision = columns.geoPrecision.flatMap { record.integer($0) } ?? 2
    if let column = columns.geoPrecision, !(1...3).contains(precision) {
      problems.add(record, column, "not a code of this column", allowed: "1 the town, 2 the district, 3 the province")
    }
    pen.open("place")
    pen.text("id", place(record, precision))
    pen.text("name", record.cell(record.isEmpty(columns.location) ? columns.country : columns.location))
    if let lat = record.decimal(columns.latitude, within: 90), let lon = record.decimal(columns.longitude, within: 180)
    {
      pen.text("lat", lat)
      pen.text("lon", lon)
    } else {
      problems.add(record, columns.latitude, "no coordinates", allowed: "decimals from -90 to 90 and -180 to 180")
    }
    pen.integer("precision", precision == 1 ? 1 : precision == 2 ? 3 : 4)
    pen.close()
  }

  /// The place of the ledger: as fine as `geo_precision` allows.
  private func place(_ record: TableRecord, _ precision: Int64) -> [UInt8] {
    var key = Array("acled:".utf8)
    if let iso = columns.iso, !record.isEmpty(iso) {
      key += record.cell(iso)
    } else {
      key += Slug.of(record.cell(columns.country))
    }
    var place = names.place(own: key, name: record.cell(columns.country), level: "country", in: nil)
    let levels: [(Int?, StaticString, Int64)] = [
      (columns.admin1, "region", 3), (columns.admin2, "cercle", 2), (columns.admin3, "commune", 1),
    ]
    for (column, level, finest) in levels where precision <= finest {
      guard let column, !record.isEmpty(column) else { continue }
      key += [0x2F] + Slug.of(record.cell(column), limit: 20)
      place = names.place(own: key, name: record.cell(column), level: level, in: place)
    }
    guard precision == 1, !record.isEmpty(columns.location) else { return place }
    key += [0x2F] + Slug.of(record.cell(columns.location), limit: 20)
    let lat = record.decimal(columns.latitude, within: 90)
    let lon = record.decimal(columns.longitude, within: 180)
    return names.place(
      own: key, name: record.cell(columns.location), level: "town", in: place,
      at: lat.flatMap { lat in lon.map { (lat, $0) } })
  }
}
