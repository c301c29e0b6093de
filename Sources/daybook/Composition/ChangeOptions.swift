import ArgumentParser
import ViewStore
import Vocabulary

/// The stretch of a clock along which history is played.
struct ChangeOptions: ParsableArguments {
  /// The clocks along which history can be played.
  enum Clock: String, CaseIterable, ExpressibleByArgument {
    /// As it happened: valid time.
    case at
    /// As the ledger learned it.
    case asOf = "as-of"
    /// As the public could learn it.
    case publishedBy = "published-by"
  }

  /// How history is played.
  enum Course {
    /// Along known time, with every event that changed the view.
    case events(HistoryClock)
    /// Picture by picture.
    case pictures(Sampling)
  }

  @Option(
    help: ArgumentHelp("Where to begin: after #position, or after a date; else before everything.", valueName: "when"))
  var from: String?

  @Option(help: ArgumentHelp("Where to end; else now.", valueName: "when"))
  var to: String?

  @Option(
    help: "The clock they are on; else positions mean as-of, and dates valid time, or published-by when --at is given.")
  var clock: Clock?

  @Option(
    help: "Compare pictures so far apart, instead of every event; on valid time a day unless something else is said.")
  var step: Step?

  /// How the history that is meant is played.
  ///
  /// - Parameters:
  ///   - isDayGiven: whether `--at` fixes valid time, so that a known time must be what moves.
  ///   - step: how far pictures are apart where `--step` does not say; `nil` where every event can be told.
  func course(_ question: Question, isDayGiven: Bool, step other: Step? = nil) throws -> Course {
    let meant = clock ?? meant(isDayGiven)
    guard meant == .at || step ?? other != nil else { return .events(try along(question, meant)) }
    guard let from else {
      throw Complaint(.usage, "--from is missing: pictures on the clock '\(meant.rawValue)' need a day to begin with.")
    }
    let first = try ClockOptions.day(from, "--from")
    let last = try to.map { try ClockOptions.day($0, "--to") } ?? TimeOptions.today
    let clock: Sampling.Clock =
      switch meant {
      case .at: .at
      case .asOf: .asOf
      case .publishedBy: .publishedBy
      }
    return .pictures(try Sampling(clock, from: first, to: last, step: step ?? other ?? .day))
  }

  /// The dates of the stretch, for a note on what the log covers.
  func note(_ times: TimeOptions) -> CoverageNote {
    var note = CoverageNote(times)
    let covered: CoverageNote.Clock =
      switch clock ?? meant(times.at != nil) {
      case .at: .at
      case .asOf: .asOf
      case .publishedBy: .publishedBy
      }
    note.add(covered, from: from, to: to)
    return note
  }

  private func meant(_ isDayGiven: Bool) -> Clock {
    let written = [from, to].compactMap(\.self)
    if written.isEmpty || written.contains(where: ClockOptions.isPosition) { return .asOf }
    return isDayGiven ? .publishedBy : .at
  }

  /// The clock and the stretch that are meant.
  private func along(_ question: Question, _ clock: Clock) throws -> HistoryClock {
    guard clock == .asOf else {
      return .publication(
        from: try from.map { try ClockOptions.day($0, "--from") } ?? Day(number: -719_527),
        to: try to.map { try ClockOptions.day($0, "--to") } ?? TimeOptions.today)
    }
    return .ledger(
      from: try from.map { try ClockOptions.known($0, "--from") } ?? .day(Day(number: -719_527)),
      to: try to.map { try ClockOptions.known($0, "--to") } ?? .now)
  }
}
