import ArgumentParser
import ViewStore
import Vocabulary

/// The stretch of a clock along which history is played.
struct ChangeOptions: ParsableArguments {
  /// The clocks along which history can be played.
  enum Clock: String, CaseIterable, ExpressibleByArgument {
    /// As the ledger learned it.
    case asOf = "as-of"
    /// As the public could learn it.
    case publishedBy = "published-by"
  }

  @Option(
    help: ArgumentHelp("Where to begin: after #position, or after a date; else before everything.", valueName: "when"))
  var from: String?

  @Option(help: ArgumentHelp("Where to end; else now.", valueName: "when"))
  var to: String?

  @Option(help: "The clock they are on; else positions mean as-of, and dates published-by.")
  var clock: Clock?

  /// The clock and the stretch that are meant.
  func along(_ question: Question) throws -> HistoryClock {
    let written = [from, to].compactMap(\.self)
    let isLedger = clock.map { $0 == .asOf } ?? (written.isEmpty || written.contains(where: ClockOptions.isPosition))
    guard isLedger else {
      return .publication(
        from: try from.map { try ClockOptions.day($0, "--from") } ?? Day(number: -719_527),
        to: try to.map { try ClockOptions.day($0, "--to") } ?? TimeOptions.today)
    }
    return .ledger(
      from: try from.map { try ClockOptions.known($0, "--from") } ?? .day(Day(number: -719_527)),
      to: try to.map { try ClockOptions.known($0, "--to") } ?? .now)
  }
}
