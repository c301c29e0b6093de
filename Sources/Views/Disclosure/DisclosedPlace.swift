package import Vocabulary

/// The place of an account as far as it may be shown: for sexual violence in public never below the first-level region.
package struct DisclosedPlace {
  /// The id of the place or region, else the name as written.
  package let id: String?
  /// Its name on the day of the deed.
  package let name: String?
  /// Whether a more exact place is known and not shown.
  package let isWithheld: Bool

  init(_ account: Account, isGuarded: Bool, _ day: Day, _ references: References) {
    self.init(account.leaf.place, isGuarded: isGuarded, on: account.to ?? day, references)
  }

  /// A place that is recorded so, as it lay on the day of the deed.
  package init(_ place: Place?, isGuarded: Bool, on when: Day, _ references: References) {
    guard isGuarded else {
      id = place?.id ?? place?.name
      name = place?.id.map { references.placeName($0, on: when) } ?? place?.name
      isWithheld = false
      return
    }
    let region = place?.id.flatMap { references.region(of: $0, on: when) }
    id = region
    name = region.map { references.placeName($0, on: when) }
    isWithheld = place != nil && (region == nil || region.map(Verbatim.init) != place?.id.map(Verbatim.init))
  }
}

extension References {
  /// The first-level region that a place is or lies in on a day, else its country; `nil` when neither is known.
  func region(of place: String, on day: Day) -> String? {
    ([place] + ancestors(of: place, on: day)).first { around in
      let level = self.place(around, on: day)?.level
      return level == "region" || level == "country"
    }
  }

  /// Whether a place is a first-level region or a country on a day, so that sexual violence may be shown there.
  func isRegion(_ place: String, on day: Day) -> Bool {
    region(of: place, on: day).map(Verbatim.init) == Verbatim(place)
  }
}
