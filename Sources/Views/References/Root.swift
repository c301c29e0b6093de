/// Where an assertion comes from in the end; relays of one origin share a root and count once.
public struct Root: Hashable, Sendable {
  /// What the origin is.
  public var origin: Origin
  /// Reports on the way whose derivation was inferred, not stated; both collapse roots, the row says which are inferred.
  public var inferred: [UInt64]
  /// The reports on the way, from the one it was read in to the one without parents.
  public var path: [UInt64]

  /// The origin of a chain of reports and sources.
  public enum Origin: Hashable, Sendable {
    /// A report that derives from no other, by position.
    case report(UInt64)
    /// A source that the root report names and is not itself.
    case source(Verbatim)
    /// A class of unnamed people whom the root report cites.
    case anonymous(Verbatim, in: UInt64?)
    /// No report and no source: the event stands for itself alone.
    case event(UInt64)
  }

  /// The text rows show: `report:12`, `source:ap`, `anonymous:government sources@12`.
  public var text: String {
    switch origin {
    case .report(let position): "report:\(position)"
    case .source(let key): "source:" + key.text
    case .anonymous(let people, let report): "anonymous:" + people.text + (report.map { "@\($0)" } ?? "")
    case .event(let position): "event:\(position)"
    }
  }
}
