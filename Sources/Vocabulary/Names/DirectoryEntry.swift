/// One recorded entry of an actor, place, source or agreement, as far as finding it by name needs.
///
/// A place recorded again with another parent has several entries with one id.
public struct DirectoryEntry: Hashable, Sendable {
  /// The id.
  public let id: String
  /// Its names, the main one first, then aliases in any language and script.
  public let names: [String]
  /// The first day on which the entry holds; `nil` when it always did.
  public let from: Day?
  /// The last day on which the entry holds; `nil` when it still does.
  public let to: Day?
  /// What tells it from a namesake, for example `cercle in ML07`; empty when nothing.
  public let detail: String

  public init(id: String, names: [String], from: Day? = nil, to: Day? = nil, detail: String = "") {
    self.id = id
    self.names = names
    self.from = from
    self.to = to
    self.detail = detail
  }

  /// Whether the entry holds on the day.
  public func holds(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }

  /// The entry in words: `ML0704 "Ménaka" (cercle in ML07, until 2016-12-31)`.
  public var description: String {
    let limits = [from.map { "from \($0)" }, to.map { "until \($0)" }]
    let facts = ([detail.isEmpty ? nil : detail] + limits).compactMap(\.self)
    return
      ([id, names.first.map { "\"\($0)\"" }].compactMap(\.self)
      + (facts.isEmpty ? [] : ["(\(facts.joined(separator: ", ")))"])).joined(separator: " ")
  }
}
