public import Leaf

/// A value that an event hides, before it is sealed with the key of its subject.
public struct ProtectedValue: Equatable, Sendable {
  /// Whom it concerns: values of one subject are destroyed together.
  public var subject: String
  /// The disclosure that shows it.
  public var disclosure: Disclosure

  /// A value with its subject.
  public init(subject: String, disclosure: Disclosure) {
    self.subject = subject
    self.disclosure = disclosure
  }
}
