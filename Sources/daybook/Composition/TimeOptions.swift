import ArgumentParser
import Glibc
import ViewStore
import Vocabulary

/// The two clocks, on every command that reads a view.
struct TimeOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Valid time: how it was at the end of that day, month or year.", valueName: "date"),
    transform: TimeOptions.lastDay)
  var at: Day?

  @OptionGroup var knownTime: KnownTimeOptions

  @Option(name: .long, help: ArgumentHelp("The assessment profile.", valueName: "id"))
  var profile = "default-1"

  @OptionGroup var disclosure: DisclosureOptions

  /// Known time to the ledger.
  var asOf: AsOf { knownTime.asOf }

  /// Known time to the public.
  var publishedBy: Day? { knownTime.publishedBy }

  /// Valid time: the day asked for, else today (UTC).
  var day: Day { at ?? Self.today }

  /// Today, UTC.
  static var today: Day { Day(number: Int32(time(nil) / 86_400)) }

  @Sendable static func lastDay(_ text: String) throws -> Day {
    do throws(EDTFError) { return try DaySpan(text).last } catch { throw ValidationError(error.message) }
  }

  @Sendable static func firstDay(_ text: String) throws -> Day {
    do throws(EDTFError) { return try DaySpan(text).first } catch { throw ValidationError(error.message) }
  }

  @Sendable static func known(_ text: String) throws -> AsOf {
    guard let known = AsOf(text) else {
      throw ValidationError("'\(text)' is neither a position as #12 nor a date as 2023-06-01 or 2023-06.")
    }
    return known
  }
}
