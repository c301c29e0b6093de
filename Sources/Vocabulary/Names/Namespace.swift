/// What an id names; the same id may stand for an actor and for a source.
public enum Namespace: String, CaseIterable, Sendable {
  case actor, place, source, agreement

  /// No kind of event records the entries; an id is known once it was used, and a new one is not refused.
  public var isDefinedByUse: Bool { self == .agreement }
}
