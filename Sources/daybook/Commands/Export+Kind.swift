import ArgumentParser
import Exchange
import Vocabulary

/// The formats that `export` writes.
enum ExportKind: String, CaseIterable {
  case geojson, gpkg, csv, jsonl, cloudevents
  case parquetCSV = "parquet-csv"
  case prov
  case provN = "prov-n"

  /// Whether it tells where events come from, and not what they say.
  var isProvenance: Bool { self == .prov || self == .provN }

  /// Whether it says where rows lie.
  var isMap: Bool { self == .geojson || self == .gpkg }

  /// The format of a word; a refusal says what to use instead.
  @Sendable static func read(_ word: String) throws -> ExportKind {
    if let kind = ExportKind(rawValue: word) { return kind }
    let words = allCases.map(\.rawValue)
    if ["xlsx", "xls", "ods"].contains(word) {
      throw ValidationError(
        "\(word) is not written, for no well-kept library of it is at hand: csv opens in every spreadsheet.")
    }
    if word == "parquet" { throw ValidationError("parquet is not written: parquet-csv is made to be converted to it.") }
    let nearest = Nearest.word(to: word, among: words).map { " Did you mean \($0)?" } ?? ""
    throw ValidationError("'\(word)' is no format of an export.\(nearest) Allowed: \(words.joined(separator: ", ")).")
  }
}
