import Vocabulary

/// The place of an account as far as it is known: a town told to the cercle is the cercle.
///
/// UCDP where_prec 1 and 2 are the place itself; 3 is its second-level area, 4 and 5 its first-level area, for the place
/// named is then only a point that stands for the area; 6 is the country and 7 nowhere.
struct PairPlace {
  /// How large a place is.
  enum Rank: Int, Comparable {
    case town, commune, cercle, region, country

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  /// The id of the place.
  let id: String
  /// How large it is.
  let rank: Rank
  /// The places it lies in up to the region, the nearest first, with their ranks.
  let around: [(id: String, rank: Rank)]

  /// `nil` when nothing more is known than the country.
  init?(_ id: String, precision: Int64?, on day: Day, _ references: References) {
    let path = [id] + references.ancestors(of: id, on: day)
    var ranks = path.map { PairPlace.rank(references.place($0, on: day)?.level) }
    // A level that no list has is the one below what it lies in.
    for index in ranks.indices.reversed() where ranks[index] == nil {
      let above = index + 1 < ranks.count ? ranks[index + 1] ?? .commune : .commune
      ranks[index] = Rank(rawValue: max(0, above.rawValue - 1)) ?? .town
    }
    let known = zip(path, ranks).map { (id: $0, rank: $1 ?? .town) }
    let least: Rank
    switch precision {
    case 3: least = .cercle
    case 4, 5: least = .region
    case 6, 7: return nil
    default: least = .town
    }
    guard let first = known.firstIndex(where: { $0.rank >= least }), known[first].rank <= .region else { return nil }
    (self.id, rank) = known[first]
    around = known[(first + 1)...].filter { $0.rank <= .region }
  }

  /// The place of a leaf whose gazetteer id is not known: its name, folded, which lies in nothing.
  init?(named name: String) {
    let folded = Folding.text(name)
    guard !folded.isEmpty else { return nil }
    id = "~" + folded
    rank = .town
    around = []
  }

  private static func rank(_ level: String?) -> Rank? {
    switch level {
    case "site", "town": .town
    case "commune": .commune
    case "cercle": .cercle
    case "region", "area": .region
    case "country": .country
    case nil: .town
    default: nil
    }
  }
}
