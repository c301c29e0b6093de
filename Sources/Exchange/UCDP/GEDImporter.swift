/// Reads rows of the UCDP Georeferenced Event Dataset (codebook 22.1 and later).
///
/// One row is one `attack`. `type_of_violence` decides who is who: in one-sided violence side A is the perpetrator and side
/// B the victims; in the others the sides are sides, and side A of a state-based conflict is a government, not an attacker.
/// `event_clarity` 2 makes an aggregate, which is in no sum. `low`, `best` and `high` are kept as they stand, in whatever
/// order. −1 and 1753-01-01 are missing. `where_prec` 3 to 6 is an area, so that no centroid becomes a town.
package final class GEDImporter: Importer {
  package let source = SourceDraft(
    key: "ucdp-ged", name: "UCDP Georeferenced Event Dataset", url: "https://ucdp.uu.se/downloads/")
  private let columns: GEDColumns
  private let names: NameBook
  /// The cells that decide a name, in memory that is used again.
  private var cells: [UInt8] = []

  package init(header: [String], names: NameBook) throws(ColumnProblems) {
    columns = try GEDColumns(header)
    self.names = names
  }

  package func isAside(_ record: TableRecord) -> Bool {
    guard record.number <= 3 else { return false }
    return (0..<record.count).contains { record.cell($0).first == 0x23 }
      && (0..<record.count).allSatisfy { record.cell($0).isEmpty || record.cell($0).first == 0x23 }
  }

  package func key(of record: TableRecord, into key: inout [UInt8]) { key += record.cell(columns.id) }

  package func write(_ record: TableRecord, to pen: inout DraftPen, _ problems: inout Problems) {
    if record.isEmpty(columns.id) { problems.add(record, columns.id, "the id is missing") }
    pen.text("kind", "attack")
    writePeriod(record, to: &pen, &problems)
    let type = number(record, columns.type, 1...3, "1 state-based, 2 non-state, 3 one-sided", &problems) ?? 1
    writeParties(record, type, to: &pen)
    writePlace(record, to: &pen, &problems)
    pen.open("payload")
    pen.word("mode", type == 1 ? "state-based" : type == 2 ? "non-state" : "one-sided")
    if type == 3 { pen.word("target", "civilians") }
    let clarity = number(record, columns.clarity, 1...2, "1 one event, 2 an aggregate", &problems)
    pen.word("form", clarity == 2 ? "aggregate" : "single")
    writeCounts(record, type, to: &pen, &problems)
    pen.close()
  }

  private func number(
    _ record: TableRecord, _ column: Int, _ range: ClosedRange<Int64>, _ allowed: String,
    _ problems: inout Problems
  ) -> Int64? {
    guard let number = record.integer(column), range.contains(number) else {
      problems.add(record, column, "not a code of this column", allowed: allowed)
      return nil
    }
    return number
  }

  private func gather(_ record: TableRecord, _ tag: UInt8, _ columns: [Int]) {
    cells.removeAll(keepingCapacity: true)
    cells.append(tag)
    for column in columns {
      cells += record.cell(column)
      cells.append(0)
    }
  }

  // MARK: When

  private func writePeriod(_ record: TableRecord, to pen: inout DraftPen, _ problems: inout Problems) {
    let (first, last) = (day(record, columns.dateStart, &problems), day(record, columns.dateEnd, &problems))
    guard let from = first ?? last, let to = last ?? first else { return }
    if to.lexicographicallyPrecedes(from) {
      return problems.add(
        record, columns.dateEnd, "the event ends before it begins",
        allowed: "a day from \(String(decoding: from, as: UTF8.self)) on")
    }
    pen.open("occurred")
    let isDay = from.elementsEqual(to)
    pen.text("edtf", isDay ? from : from + [0x2F] + to)
    pen.word("precision", isDay ? "precise" : "imprecise")
    pen.close()
  }

  /// A day; `nil` for none, which an empty cell and 1753-01-01 say.
  private func day(_ record: TableRecord, _ column: Int, _ problems: inout Problems) -> ArraySlice<UInt8>? {
    if record.isEmpty(column) { return nil }
    guard let day = record.day(column) else {
      problems.add(record, column, "not a day", allowed: "a day as 2013-12-14")
      return nil
    }
    return day.elementsEqual("1753-01-01".utf8) ? nil : day
  }

  // MARK: Who

  private func writeParties(_ record: TableRecord, _ type: Int64, to pen: inout DraftPen) {
    pen.open("parties", "[")
    let first: StaticString = type == 1 ? "state" : "other"
    party(record, columns.sideA, columns.sideAID, first, type == 3 ? "perpetrator" : "side-a", to: &pen)
    if type == 3 {
      pen.open()
      if !record.isEmpty(columns.sideB) { pen.text("name", record.cell(columns.sideB)) }
      pen.word("role", "victim")
      pen.close()
    } else {
      party(record, columns.sideB, columns.sideBID, type == 1 ? "rebel-group" : "other", "side-b", to: &pen)
    }
    pen.close("]")
  }

  private func party(
    _ record: TableRecord, _ name: Int, _ id: Int?, _ type: StaticString, _ role: StaticString,
    to pen: inout DraftPen
  ) {
    pen.open()
    if !record.isEmpty(name) {
      gather(record, 0xFF, [id ?? name, name])
      let key = names.remembered(cells) {
        let own = Array("ucdp:".utf8) + (id.map { Array(record.cell($0)) } ?? Slug.of(record.cell(name)))
        return names.actor(own: own, name: record.cell(name), type: type)
      }
      pen.text("actor", key)
      pen.text("name", record.cell(name))
    }
    pen.word("role", role)
    pen.close()
  }

  // MARK: Where

  private func writePlace(_ record: TableRecord, to pen: inout DraftPen, _ problems: inout Problems) {
    let precision = number(record, columns.wherePrec, 1...7, "1 exact to 7 international waters", &problems) ?? 6
    let point = point(record, &problems)
    let id = place(record, precision, point)
    guard id != nil || !record.isEmpty(columns.place) || !record.isEmpty(columns.country) else { return }
    pen.open("place")
    if let id { pen.text("id", id) }
    pen.text("name", record.cell(record.isEmpty(columns.place) ? columns.country : columns.place))
    if let point {
      pen.text("lat", point.lat)
      pen.text("lon", point.lon)
    }
    pen.integer("precision", precision)
    pen.close()
  }

  private func point(
    _ record: TableRecord, _ problems: inout Problems
  ) -> (lat: ArraySlice<UInt8>, lon: ArraySlice<UInt8>)? {
    if record.isEmpty(columns.latitude) && record.isEmpty(columns.longitude) { return nil }
    let lat = record.decimal(columns.latitude, within: 90)
    let lon = record.decimal(columns.longitude, within: 180)
    if lat == nil { problems.add(record, columns.latitude, "no latitude", allowed: "a decimal from -90 to 90") }
    if lon == nil { problems.add(record, columns.longitude, "no longitude", allowed: "a decimal from -180 to 180") }
    guard let lat, let lon else { return nil }
    return (lat, lon)
  }

  /// The place of the ledger: as fine as `where_prec` allows, so that the centre of an area is told as the area. Waters
  /// (`where_prec` 7) are an area of the country under which UCDP files the event and counts it in its totals.
  private func place(
    _ record: TableRecord, _ precision: Int64, _ point: (lat: ArraySlice<UInt8>, lon: ArraySlice<UInt8>)?
  ) -> [UInt8]? {
    guard !record.isEmpty(columns.country) else { return nil }
    gather(record, UInt8(precision), columns.places)
    return names.remembered(cells) { findPlace(record, precision, point) }
  }

  private func findPlace(
    _ record: TableRecord, _ precision: Int64, _ point: (lat: ArraySlice<UInt8>, lon: ArraySlice<UInt8>)?
  ) -> [UInt8] {
    let own = Array("ucdp:".utf8) + Array(record.cell(columns.countryID))
    let country = names.place(own: own, name: record.cell(columns.country), level: "country", in: nil)
    if precision == 6 { return country }
    var (place, key) = (country, own)
    if !record.isEmpty(columns.adm1) {
      key += [0x2F] + Slug.of(record.cell(columns.adm1))
      place = names.place(own: key, name: record.cell(columns.adm1), level: "region", in: place)
    }
    if precision == 4 { return place }
    if !record.isEmpty(columns.adm2) && precision != 5 {
      key += [0x2F] + Slug.of(record.cell(columns.adm2))
      place = names.place(own: key, name: record.cell(columns.adm2), level: "cercle", in: place)
    }
    if precision == 3 || record.isEmpty(columns.place) { return place }
    key += [0x2F] + Slug.of(record.cell(columns.place))
    let isTown = precision <= 2
    return names.place(
      own: key, name: record.cell(columns.place), level: isTown ? "town" : "area", in: place, at: isTown ? point : nil)
  }

  // MARK: How many

  private func writeCounts(
    _ record: TableRecord, _ type: Int64, to pen: inout DraftPen, _ problems: inout Problems
  ) {
    let low = figure(record, columns.low, &problems)
    let best = figure(record, columns.best, &problems)
    let high = figure(record, columns.high, &problems)
    let sideA = figure(record, columns.deathsA, &problems) ?? 0
    let sideB = figure(record, columns.deathsB, &problems) ?? 0
    let civilians = figure(record, columns.deathsCivilians, &problems) ?? 0
    let unknown = figure(record, columns.deathsUnknown, &problems) ?? 0
    let isTold = low != nil || best != nil || high != nil
    guard isTold || sideA > 0 || sideB > 0 || civilians > 0 || unknown > 0 else { return }
    pen.open("counts", "[")
    if isTold {
      pen.open()
      pen.word("what", "killed")
      if let low { pen.integer("min", low) }
      if let best { pen.integer("best", best) }
      if let high { pen.integer("max", high) }
      pen.word("basis", "estimated")
      pen.close()
    }
    writePart(sideA, type == 1 ? "armed-forces" : "armed-group", to: &pen)
    writePart(sideB, "armed-group", to: &pen)
    writePart(civilians, "civilians", to: &pen)
    writePart(unknown, "unknown", to: &pen)
    pen.close("]")
  }

  /// The dead of one class of people; none when there were none.
  private func writePart(_ number: Int64, _ people: StaticString, to pen: inout DraftPen) {
    guard number > 0 else { return }
    pen.open()
    pen.word("what", "killed")
    pen.integer("best", number)
    pen.word("basis", "estimated")
    pen.word("class", people)
    pen.close()
  }

  /// A figure; empty and −1 are missing, which is not zero.
  private func figure(_ record: TableRecord, _ column: Int, _ problems: inout Problems) -> Int64? {
    if record.isEmpty(column) || record.equals(column, "-1") { return nil }
    guard let number = record.integer(column), number >= 0 else {
      problems.add(record, column, "not a number of deaths", allowed: "a whole number from 0; empty or -1 for missing")
      return nil
    }
    return number
  }
}
