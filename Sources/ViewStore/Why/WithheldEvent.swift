internal import Views
public import Vocabulary

/// What may be shown to the public of an event that is sexual violence, or is about it: region and month at most.
public struct WithheldEvent: Hashable, Sendable {
  /// What it says in one line, without place, day and words.
  public let summary: String
  /// The months as EDTF; `nil` when it has no date.
  public let when: String?
  /// The first day of the first month; `nil` when the beginning is open.
  public let from: Day?
  /// The last day of the last month; `nil` when the end is open.
  public let to: Day?
  /// The id of the first-level region or country; `nil` when none is known.
  public let region: String?
  /// The name of the region at the time.
  public let regionName: String?

  init(_ event: Event, _ references: References) {
    let occurred = event.occurred
    let period = DisclosedPeriod(occurred?.edtf, occurred?.earliest, occurred?.latest, isGuarded: true)
    summary = event.guardedSummary
    (when, from, to) = (period.edtf, period.from, period.to)
    let day = occurred?.latest ?? occurred?.earliest ?? Day(String(event.at.prefix(10))) ?? Day(number: 0)
    let place = DisclosedPlace(event.place, isGuarded: true, on: day, references)
    (region, regionName) = (place.id, place.name)
  }

  /// What stands instead of the title of a report in which such an event was read.
  public static let title = Event.withheldTitle

  /// What is left out, and how to see it.
  public static let sentence =
    "sexual violence is shown by region and month, without quotes, titles, notes, reasons and locators; --disclose shows all"
}
