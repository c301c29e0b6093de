public import Leaf

/// The payload of one kind: what its fields are, how they are read, how they are told in one line.
///
/// Reading is lazy: a payload holds the place of its object in the leaf, and each property finds its field when asked.
/// A mandatory text reads as empty and a mandatory code as `nil` only in a leaf that was never checked.
public protocol KindPayload: Sendable {
  /// The kind.
  static var kind: Kind { get }
  /// The family the kind is listed under.
  static var family: Family { get }
  /// The fields of the payload.
  static var shape: Shape { get }
  /// Relations of which the event must carry exactly so many; what is not listed here is free or belongs to another kind.
  static var targets: [TargetRule] { get }
  /// Reads the payload from its object in the leaf.
  init(_ fields: Element)
  /// The event in one line, for people.
  func summary(of event: Event) -> String
}

extension KindPayload {
  public static var targets: [TargetRule] { [] }
}
