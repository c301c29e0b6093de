import Vocabulary

/// The place of a deed as far as it may be shown: for conflict-related sexual violence never below the first-level region.
struct DisclosedPlace {
  /// The id of the place or region, else the name as written.
  let id: String?
  /// Its name on the day of the deed.
  let name: String?
  /// Whether a more exact place is known and not shown.
  let isWithheld: Bool

  init(_ deed: Deed, _ day: Day, _ references: References) {
    let place = deed.preferred.leaf.place
    let when = deed.preferred.to ?? day
    guard deed.isCRSV else {
      id = place?.id ?? place?.name
      name = place?.id.map { references.placeName($0, on: when) } ?? place?.name
      isWithheld = false
      return
    }
    let around = place?.id.map { [$0] + references.ancestors(of: $0, on: when) } ?? []
    let region = around.first { around in
      let level = references.place(around, on: when)?.level
      return level == "region" || level == "country"
    }
    id = region
    name = region.map { references.placeName($0, on: when) }
    isWithheld = place != nil && (region == nil || region.map(Verbatim.init) != place?.id.map(Verbatim.init))
  }
}
