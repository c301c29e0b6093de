/// How far a change of one event can reach into the answer of a view.
///
/// Who compares two known times need assess again only what the events between them can have changed.
public enum Reach: Hashable, Sendable {
  /// Anywhere: the whole answer is to be compared.
  case everywhere
  /// The places that the event, or an event linked to it, speaks of, what lies in them, and what they lie in.
  case places
}
