/// A fact that stood once within the known time asked for and was ended there by a retraction or a correction.
///
/// Rule R1 and its like name these events as ignored; what was never known by then is not among them (R0).
public struct EndedFact: Hashable, Sendable {
  /// The fact as it stood before.
  public var was: StandingFact
  /// Position of the event that ended it.
  public var by: UInt64
  /// Whether it was withdrawn or replaced by another version.
  public var effect: Effect

  /// How a fact ends.
  public enum Effect: String, Hashable, Sendable { case retracted, corrected }

  public init(was: StandingFact, by: UInt64, effect: Effect) {
    self.was = was
    self.by = by
    self.effect = effect
  }
}
