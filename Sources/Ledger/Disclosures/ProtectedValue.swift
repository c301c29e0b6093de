public import Leaf

/// A value that an event hides, before it is sealed with the key of its subject.
public struct ProtectedValue: Equatable, Sendable {
  /// Whom it concerns: values of one subject are destroyed together.
  public var subject: String
  /// Whether the subject is of this event alone, so that it has no key yet.
  public var isOwn: Bool
  /// The disclosure that shows it.
  public var disclosure: Disclosure

  /// A value with its subject.
  public init(subject: String, isOwn: Bool = false, disclosure: Disclosure) {
    self.subject = subject
    self.isOwn = isOwn
    self.disclosure = disclosure
  }
}
