public import Leaf

/// Where it was: a place of the gazetteer, or a name as written.
///
/// An envelope value; the entry of the gazetteer itself is ``PlaceEntry``.
public struct Place: Sendable {
  public static let shape = Shape(
    "place", "Where it was: a place of the gazetteer, or a name as written.", rules: [.anyOf(["id", "name"])],
    [
      .may("id", .name(.place), "The place by its id."),
      .may("gazetteer", .text, "The gazetteer and its version."),
      .may("name", .text, "The name as written."),
      .may("lat", .form(.latitude), "The latitude (WGS 84), as a decimal text."),
      .may("lon", .form(.longitude), "The longitude (WGS 84), as a decimal text."),
      .may("precision", .codeNumber(.wherePrec), "How precise the place is: UCDP where_prec 1 (exact) to 7."),
      .may("radius_m", .integer(0...40_000_000), "The radius of uncertainty in metres."),
      .may("extent", .code(.extent), "How much of the place."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The place by its id.
  public var id: String? { fields.text("id") }

  /// The gazetteer and its version.
  public var gazetteer: String? { fields.text("gazetteer") }

  /// The name as written.
  public var name: String? { fields.text("name") }

  /// The latitude (WGS 84), as a decimal text.
  public var lat: String? { fields.text("lat") }

  /// The longitude (WGS 84), as a decimal text.
  public var lon: String? { fields.text("lon") }

  /// How precise the place is: UCDP where_prec 1 (exact) to 7.
  public var precision: Int64? { fields.number("precision") }

  /// The radius of uncertainty in metres.
  public var radius: Int64? { fields.number("radius_m") }

  /// How much of the place.
  public var extent: Extent? { fields.code("extent") }
}
