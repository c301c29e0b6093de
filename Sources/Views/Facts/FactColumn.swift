/// A column of the SQL view over the facts of a view, for people and their SQL tools.
///
/// `views.sqlite` has one SQL view for each view, under its name, with one line for each fact that stands now. The program
/// itself never reads them; the answers of `daybook view` weigh these facts, and are not in them.
public struct FactColumn: Hashable, Sendable {
  /// The name of the column, `[a-z_]+`.
  public let name: String
  /// Where its value lies in the body of the fact, as a path of SQLite's JSON functions: `$.payload.content`.
  public let path: String
  /// One sentence: what a value says.
  public let doc: String

  public init(_ name: String, _ path: String, _ doc: String) {
    self.name = name
    self.path = path
    self.doc = doc
  }
}

extension [FactColumn] {
  /// Of facts whose body keeps everything of the leaf but who says so (`LeafPart.incident`).
  public static let ofIncident: Self = [
    FactColumn("kind", "$.kind", "The kind of the event."),
    FactColumn("occurred", "$.occurred.edtf", "When it was so, as EDTF."),
    FactColumn("place", "$.place.id", "The id of the place."),
    FactColumn("place_name", "$.place.name", "The place as written."),
    FactColumn("parties", "$.parties", "The parties with their roles, as JSON."),
  ]
  /// Of facts whose body also keeps how the claim stands to earlier events (`LeafPart.claim`).
  public static let ofClaims: Self = [
    FactColumn("kind", "$.kind", "The kind of the event."),
    FactColumn("occurred", "$.occurred.edtf", "When it was so, as EDTF."),
    FactColumn("parties", "$.parties", "The parties with their roles, as JSON."),
    FactColumn("refs", "$.refs", "How it stands to earlier events, as JSON."),
  ]
}
