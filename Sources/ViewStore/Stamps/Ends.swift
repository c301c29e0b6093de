internal import Vocabulary

/// The numbers that stand for open ends in `views.sqlite`, so that every interval is two plain integers.
enum Ends {
  /// `known_to` of what still stands; also more events than a view can follow.
  static let known: Int64 = 2_147_483_647

  /// `public_from` of what belongs to everybody's knowledge: 0000-01-01, before any question.
  static let always: Int32 = -719_528

  /// `public_from` of what was never published: the day after the last one of the calendar. Who asks for the ledger's
  /// reading alone asks for this day.
  static let never: Int32 = 2_932_897

  /// `public_to` of what no publication ends.
  static let open: Int32 = 2_932_898

  /// The day, or `nil` for a sentinel.
  static func day(_ number: Int64) -> Day? {
    number > Int64(always) && number < Int64(never) ? Day(number: Int32(number)) : nil
  }
}
