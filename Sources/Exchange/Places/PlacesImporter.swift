internal import Vocabulary

/// Reads gazetteers: dumps of GeoNames, and boundaries with P-codes as OCHA and others publish them.
///
/// A row is one `place`. Of boundaries the key is the P-code, and what a place lies in is made from the columns of the level
/// above. The geometry stays in the file, which a `gazetteer` event adopts by its digest, so that maps draw it. A populated
/// place of GeoNames has no parent here: its codes of provinces are those of GeoNames, not P-codes.
package final class PlacesImporter: Importer {
  package let source: SourceDraft
  private let names: NameBook
  private let layout: Layout

  private enum Layout {
    case geoNames(id: Int, name: Int, alternatives: Int?, latitude: Int, longitude: Int, code: Int?)
    /// From the country down: the level, and the columns of name and code.
    case boundaries([(level: StaticString, name: Int, code: Int)])
  }

  /// The columns of a dump, which has no header (geonames.org, readme of the export).
  static let dumpColumns = [
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature_class", "feature_code",
    "country_code", "cc2", "admin1", "admin2", "admin3", "admin4", "population", "elevation", "dem", "timezone",
    "modification_date",
  ]

  package init(header: [String], names: NameBook) throws(ColumnProblems) {
    self.names = names
    var columns = Columns(header)
    if let id = columns.find("geonameid") {
      source = SourceDraft(key: "geonames", name: "GeoNames", url: "https://www.geonames.org/")
      layout = .geoNames(
        id: id, name: columns.need("name"), alternatives: columns.find("alternatenames"),
        latitude: columns.need("latitude", "lat"), longitude: columns.need("longitude", "lon"),
        code: columns.find("feature_code"))
    } else {
      source = SourceDraft(key: "boundaries", name: "Administrative boundaries")
      var levels: [(level: StaticString, name: Int, code: Int)] = []
      for (number, level) in (["country", "region", "cercle", "commune"] as [StaticString]).enumerated() {
        let code = columns.find(
          "adm\(number)_pcode", "admin\(number)pcode", "adm\(number)_code", "admin\(number)_pcode")
        let name = columns.find(
          "adm\(number)", "adm\(number)_name", "adm\(number)_en", "adm\(number)_fr", "admin\(number)name",
          "admin\(number)name_en", "admin\(number)name_fr", "adm\(number)_ref")
        if let code, let name { levels.append((level, name, code)) }
      }
      if levels.isEmpty { _ = columns.need("adm1_pcode", "adm2_pcode", "geonameid") }
      layout = .boundaries(levels)
    }
    try columns.check()
  }

  package func isAside(_ record: TableRecord) -> Bool { false }

  package func key(of record: TableRecord, into key: inout [UInt8]) { key += record.cell(keyColumn) }

  /// The column whose codes name the places; maps look for it in the file.
  var keyColumn: Int {
    switch layout {
    case .geoNames(let id, _, _, _, _, _): id
    case .boundaries(let levels): levels.last?.code ?? 0
    }
  }

  package func leavesOut(_ column: String) -> Bool { column == "geometry" }

  package func write(_ record: TableRecord, to pen: inout DraftPen, _ problems: inout Problems) {
    pen.text("kind", "place")
    pen.open("payload")
    switch layout {
    case .geoNames(let id, let name, let alternatives, let latitude, let longitude, let code):
      if record.integer(id) == nil { problems.add(record, id, "not a number of GeoNames", allowed: "digits") }
      if record.isEmpty(name) { problems.add(record, name, "the name is missing") }
      pen.text("key", Array("geonames:".utf8) + record.cell(id))
      pen.text("name", record.cell(name))
      pen.text("level", PlacesImporter.level(code.map { record.text($0) } ?? "PPL"))
      if let lat = record.decimal(latitude, within: 90), let lon = record.decimal(longitude, within: 180) {
        pen.text("lat", lat)
        pen.text("lon", lon)
      }
      writeAliases(alternatives.map { record.text($0) } ?? "", to: &pen)
    case .boundaries(let levels): writeBoundary(record, levels, to: &pen, &problems)
    }
    pen.close()
  }

  private func writeBoundary(
    _ record: TableRecord, _ levels: [(level: StaticString, name: Int, code: Int)], to pen: inout DraftPen,
    _ problems: inout Problems
  ) {
    guard let own = levels.last else { return }
    for column in [own.code, own.name] where record.isEmpty(column) {
      problems.add(record, column, "a place without a name or a code")
    }
    var parent: [UInt8]?
    for level in levels.dropLast() where !record.isEmpty(level.code) {
      parent = names.place(
        own: Array(record.cell(level.code)), name: record.cell(level.name), level: level.level, in: parent)
    }
    pen.text("key", record.cell(own.code))
    pen.text("name", record.cell(own.name))
    pen.text("level", "\(own.level)")
    pen.text("pcode", record.cell(own.code))
    if let parent { pen.text("parent", parent) }
  }

  private func writeAliases(_ text: String, to pen: inout DraftPen) {
    let aliases = text.split(separator: ",").filter { !$0.isEmpty }.prefix(60)
    guard !aliases.isEmpty else { return }
    pen.open("aliases", "[")
    for alias in aliases {
      pen.open()
      pen.text("name", String(alias))
      pen.close()
    }
    pen.close("]")
  }

  /// The level that a feature code of GeoNames means.
  private static func level(_ code: String) -> String {
    switch code {
    case "PCLI", "PCL", "PCLD", "PCLF", "PCLS": "country"
    case "ADM1": "region"
    case "ADM2": "cercle"
    case "ADM3": "commune"
    default: code.hasPrefix("PPL") ? "town" : code.hasPrefix("ADM") ? "area" : "site"
    }
  }
}
