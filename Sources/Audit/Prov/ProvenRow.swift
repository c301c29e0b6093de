internal import TransparencyLog

/// A row of a view whose provenance is told: what was asked, and the events that the answer rests on.
public struct ProvenRow: Equatable, Sendable {
  /// The view and the key of the row.
  public var view: String
  public var key: String
  /// Valid time, the last position that the answer could use, and the date of publication, if one was asked for.
  public var at: String
  public var asOf: UInt64
  public var publishedBy: String?
  /// The assessment profile.
  public var profile: String
  /// The events it rests on, in order.
  public var events: [UInt64]

  /// A row.
  public init(
    view: String, key: String, at: String, asOf: UInt64, publishedBy: String?, profile: String, events: [UInt64]
  ) {
    self.view = view
    self.key = key
    self.at = at
    self.asOf = asOf
    self.publishedBy = publishedBy
    self.profile = profile
    self.events = events
  }

  /// The same row of the same question always has the same name: a digest of what was asked.
  var name: String {
    let question = [view, key, at, String(asOf), publishedBy ?? "", profile].joined(separator: "\u{0}")
    return Digest.sha256(Array(question.utf8)).hex
  }

  var attributes: [(String, ProvRecords.Attribute)] {
    [
      ("prov:type", .name("l:view-row")), ("l:view", .text(view)), ("l:key", .text(key)), ("l:at", .text(at)),
      ("l:asOf", .number(asOf)),
    ] + (publishedBy.map { [("l:publishedBy", .text($0))] } ?? []) + [("l:profile", .text(profile))]
  }
}
