public import Vocabulary

/// A standing fact whose texts are named by number, for views that weigh a hundred facts for each of their rows.
///
/// Few facts say something of their own: the same bodies and origins come again and again, and are looked up once by number
/// instead of being hashed for each fact.
public struct NumberedFact: Hashable, Sendable {
  /// Stands for no text.
  public static let none: Int32 = -1

  /// Position of the event that states it.
  public var event: UInt64
  /// The first day on which the public could know it.
  public var publicFrom: Day?
  /// The first day it may be true on.
  public var from: Day?
  /// The last day it may be true on.
  public var to: Day?
  /// The number of its body.
  public var body: Int32
  /// Position of the report it was read in; the log is not longer than 32 bits can count.
  public var report: UInt32?
  /// The number of the last entry of its chain of attribution, or ``none``.
  public var origin: Int32
  /// The grade the event carries itself.
  public var grade: Admiralty?

  public init(
    event: UInt64, publicFrom: Day?, from: Day?, to: Day?, body: Int32, report: UInt32?, origin: Int32,
    grade: Admiralty?
  ) {
    (self.event, self.publicFrom, self.from, self.to) = (event, publicFrom, from, to)
    (self.body, self.report, self.origin, self.grade) = (body, report, origin, grade)
  }
}
