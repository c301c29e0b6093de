public import Leaf

/// A place, and what it lies in for a time.
///
/// A place may be recorded again with another parent from a date: Ménaka was a cercle of Gao before it was a region.
public struct PlaceEntry: KindPayload {
  public static let kind = Kind.place
  public static let family = Family.reference
  public static let shape = Shape(
    "place", "A place, and what it lies in for a time.",
    [
      .must("key", .form(.key), "The id by which others name the place."),
      .must("name", .text, "Its name."),
      .must("level", .code(.placeLevel), "Its level in the hierarchy."),
      .may("gazetteer", .text, "The gazetteer and version that lists it."),
      .may("parent", .name(.place), "The place it lies in."),
      .may("pcode", .text, "Its P-code."),
      .may("lat", .form(.latitude), "Its latitude (WGS 84)."),
      .may("lon", .form(.longitude), "Its longitude (WGS 84)."),
      .may("aliases", .list(.object(Alias.shape), least: 1), "Other names."),
      .may("from", .form(.date), "Since when this entry holds."),
      .may("to", .form(.date), "Until when this entry held."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The id by which others name the place.
  public var key: String { fields.text("key") ?? "" }

  /// Its name.
  public var name: String { fields.text("name") ?? "" }

  /// Its level in the hierarchy.
  public var level: String { fields.text("level") ?? "" }

  /// The gazetteer and version that lists it.
  public var gazetteer: String? { fields.text("gazetteer") }

  /// The place it lies in.
  public var parent: String? { fields.text("parent") }

  /// Its P-code.
  public var pcode: String? { fields.text("pcode") }

  /// Its latitude (WGS 84).
  public var lat: String? { fields.text("lat") }

  /// Its longitude (WGS 84).
  public var lon: String? { fields.text("lon") }

  /// Other names.
  public var aliases: [Alias] { fields.children("aliases").map(Alias.init) }

  /// Since when this entry holds.
  public var from: UncertainDate? { fields.date("from") }

  /// Until when this entry held.
  public var to: UncertainDate? { fields.date("to") }

  public func summary(of event: Event) -> String {
    Telling.line("Place", name, Telling.bracket(level, key), parent.map { "in \($0)" })
  }
}
