internal import Vocabulary

/// Which data set a file is a release of.
struct DataSetChoice {
  let name: String

  /// The one that was named; else the one of the mapping; else the only one of the format, or a first one named after it.
  init(_ request: ImportRequest, _ releases: [Release]) throws(ExchangeError) {
    if let named = request.dataSet {
      if let other = releases.first(where: { $0.table.dataSet == named && $0.table.format != request.format.rawValue })
      {
        throw .unfit(
          "the data set '\(named)' has the format \(other.table.format), not \(request.format.rawValue): name another with --data-set"
        )
      }
      name = named
      return
    }
    if let mapping = request.mapping {
      name = mapping.key
      return
    }
    var known: [String] = []
    for release in releases where release.table.format == request.format.rawValue {
      if !known.contains(release.table.dataSet) { known.append(release.table.dataSet) }
    }
    guard known.count <= 1 else {
      throw .unfit(
        "the ledger holds \(known.count) data sets of the format \(request.format.rawValue): \(known.joined(separator: ", ")).\n"
          + "Say with --data-set which one this is a release of, or name a new one.")
    }
    name = known.first ?? request.format.rawValue
  }
}
