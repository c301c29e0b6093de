public import Vocabulary

/// One thing an event states for one projection, with ids and never resolved names.
///
/// `from` and `to` bound the valid time (both inclusive, `nil` is open or unknown). The body is canonical JSON; its fields
/// are documented by the projection that writes it.
public struct Fact: Hashable, Sendable {
  /// The name of the projection.
  public var projection: String
  /// Whom or what the fact is about: a place id, `#<position>` of an event, `report:<position>` and so on.
  public var subject: String
  /// The first day it may be true on.
  public var from: Day?
  /// The last day it may be true on.
  public var to: Day?
  /// Canonical JSON, documented per projection.
  public var body: [UInt8]

  public init(projection: String, subject: String, from: Day?, to: Day?, body: [UInt8]) {
    self.projection = projection
    self.subject = subject
    self.from = from
    self.to = to
    self.body = body
  }
}
