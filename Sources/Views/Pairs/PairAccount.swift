import Vocabulary

/// One account of a pair, in the words a person compares it by.
public struct PairAccount: Hashable, Sendable {
  /// The position of its event.
  public var event: UInt64
  /// The events it is already brought together with, itself among them, ascending.
  public var incident: [UInt64]
  /// How it was carried out, or what was done.
  public var what: [String]
  /// When, as EDTF; by the month at most for conflict-related sexual violence.
  public var when: String
  /// The id of the place, or its name as written; a region at most for conflict-related sexual violence.
  public var place: String?
  /// The name of the place.
  public var name: String?
  /// How precise the place is, UCDP where_prec 1 to 7.
  public var precision: Int?
  /// Who did it or took part, with the certainty unless named.
  public var actors: [String]
  /// Who suffered it, and the class of the target.
  public var victims: [String]
  /// Its figures.
  public var figures: [String]
  /// Where it comes from in the end.
  public var root: String
  /// The name of the source behind that; `nil` for unnamed people.
  public var source: String?
  /// Its Admiralty grade.
  public var grade: String

  init(_ fact: StandingFact, incident: [UInt64], _ references: References) {
    let leaf = fact.leaf
    let day = fact.fact.to ?? fact.fact.from ?? Day(number: 0)
    let story = PairStory(leaf)
    event = fact.event
    self.incident = incident
    what = story.modes
    let period = DisclosedPeriod(
      leaf.occurred?.edtf, fact.fact.from, fact.fact.to, isGuarded: story.isDisclosedByRegion)
    when = period.edtf ?? ""
    let told = Set(story.parties.compactMap { $0.actor ?? $0.name }.map(Verbatim.init))
    actors =
      Incident.names(story.parties, PairStory.acts) + story.actors.filter { !told.contains(Verbatim($0)) }
    victims = Set((Incident.names(story.parties, PairStory.suffers) + story.targets).map(Verbatim.init)).sorted().map(
      \.text)
    figures = story.counts.map(\.description)
    let root = references.root(of: fact)
    self.root = root.text
    source = references.sourceKey(of: root.origin).map { references.source($0)?.source.name ?? $0 }
    grade = references.grade(of: fact).description
    precision = leaf.place?.precision.map(Int.init)
    if story.isDisclosedByRegion {
      place = leaf.place?.id.flatMap { PairPlace($0, precision: 4, on: day, references) }?.id
      name = place.map { references.placeName($0, on: day) }
    } else {
      place = leaf.place?.id ?? leaf.place?.name
      name = leaf.place?.id.map { references.placeName($0, on: day) } ?? leaf.place?.name
    }
  }
}
