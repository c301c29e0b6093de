/// A rule between the fields of one object.
public enum ShapeRule: Sendable {
  /// At least one of the fields is there.
  case anyOf([String])
  /// A draft names the event either as `event` or as `leaf` and `seq`, never both, never neither.
  case eventOrPosition
  /// `min` ≤ `best` ≤ `max` where given; imported events are not held to it.
  case orderedFigures
  /// `header` and `cells` have the same length.
  case sameLength
  /// `not_after` is not before the first day that `edtf` can mean.
  case reportAfterBeginning
  /// When a field is a word, the open object in another field has this shape.
  case when(StaticString, is: String, then: StaticString, has: Shape)
  /// The digests are sorted and unique.
  case sorted(String)
}
