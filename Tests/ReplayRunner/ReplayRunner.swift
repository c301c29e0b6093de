import Glibc
import Ledger
import SQLiteLog
import ViewStore

/// A process that follows the log of a ledger and rebuilds its views until it is killed, for tests of what is left of them.
///
///     ReplayRunner rebuild FOLDER           follows, rebuilds, follows, …
///     ReplayRunner follow FOLDER BATCH      builds views of the first half and follows the rest, BATCH events at a time
///
/// Every time the views have come up to the log it says so in one line on standard output: `followed SIZE`.
@main
enum ReplayRunner {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(64) }
    let folder = LedgerFolder(arguments[2])
    let log = FollowedLedger(try Ledger.open(at: folder, .reading))
    var store = ViewStore(at: folder.views)
    if arguments.count > 3, let batch = UInt64(arguments[3]) { store.batch = batch }
    say("ready")
    while true {
      if arguments[1] == "follow" { try store.rebuild(LogPrefix(log: log, count: try log.size() / 2)) }
      say("followed \(try store.follow(log).size)")
      if arguments[1] == "rebuild" { try store.rebuild(log) }
    }
  }

  /// One line in one write, so that a killed process leaves no half of one.
  private static func say(_ line: String) {
    var line = line + "\n"
    let written = line.withUTF8 { unsafe write(1, $0.baseAddress, $0.count) }
    if written < 0 { exit(74) }
  }
}
