import ArgumentParser
import ViewStore
import Vocabulary

/// Known time, on both its readings, on every command that reads at one.
struct KnownTimeOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Known time: as the ledger was at #position or on that day.", valueName: "when"),
    transform: TimeOptions.known)
  var asOf: AsOf = .now

  @Option(
    name: .long, help: ArgumentHelp("Known time: only what the public could know by then.", valueName: "date"),
    transform: TimeOptions.lastDay)
  var publishedBy: Day?
}
