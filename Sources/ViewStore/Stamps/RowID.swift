/// Row ids that say which event a row belongs to, so that no index on the event is needed and rows lie in its order.
///
/// A `standing` id is event · 2^18 + number, a `fact` id is standing · 2^14 + number; both stay below 2^63 for positions
/// below 2^31.
enum RowID {
  private static let standingBits = 18
  private static let factBits = 14

  /// The greatest position that fits.
  static let lastEvent: UInt64 = (1 << 31) - 2

  /// How many rows of standing one event can have.
  static let standings: Int64 = 1 << 18

  /// How many facts one version of an event can state.
  static let facts = 1 << 14

  /// The row of standing of an event with a number.
  static func standing(event: UInt64, number: Int64) -> Int64 { Int64(event) << standingBits | number }

  /// The rows of standing that an event can have.
  static func standings(of event: UInt64) -> ClosedRange<Int64> {
    standing(event: event, number: 0)...standing(event: event, number: standings - 1)
  }

  /// The fact with a number within a row of standing.
  static func fact(standing: Int64, number: Int) -> Int64 { standing << factBits | Int64(number) }

  /// The facts that a row of standing can have.
  static func facts(of standing: Int64) -> ClosedRange<Int64> {
    fact(standing: standing, number: 0)...fact(standing: standing, number: facts - 1)
  }

  /// The event of a row of standing.
  static func event(standing: Int64) -> UInt64 { UInt64(standing >> standingBits) }

  /// The row of standing of a fact.
  static func standing(fact: Int64) -> Int64 { fact >> factBits }
}
