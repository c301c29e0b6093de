import Glibc
import Ledger
import SQLiteLog

/// A process that writes to a ledger until it is killed, for tests of what is left of it.
///
///     LogWriter append FOLDER WRITER [LIMIT]   appends for ever; every durable call is one line on standard output:
///                                              `call NUMBER POSITION`. LIMIT is the longest file it may write, in bytes
///     LogWriter hold FOLDER                    holds the writer's lock until standard input ends
///
/// When the ledger refuses, the last line is `refused CASE` and the exit status that of the error.
@main
enum LogWriter {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(64) }
    do throws(LedgerError) {
      switch (arguments[1], arguments.count) {
      case ("append", 4...):
        if arguments.count > 4, let limit = UInt(arguments[4]) { limitFiles(to: limit) }
        try append(to: arguments[2], as: UInt64(arguments[3]) ?? 0)
      case ("hold", _): try hold(arguments[2])
      default: exit(64)
      }
    } catch {
      say("refused \(name(of: error))")
      exit(error.exitStatus)
    }
  }

  /// The case of an error, without its facts.
  static func name(of error: LedgerError) -> String {
    String("\(Mirror(reflecting: error).children.first?.label ?? "")")
  }

  private static func append(to folder: String, as writer: UInt64) throws(LedgerError) {
    let log = try Ledger.open(at: LedgerFolder(folder)).log
    say("ready")
    for call in 0... {
      let first = try log.append(WrittenEvent.call(writer, call), WrittenEvent.volume(call))
      say("call \(call) \(first)")
    }
  }

  private static func hold(_ folder: String) throws(LedgerError) {
    let log = try Ledger.open(at: LedgerFolder(folder)).log
    try log.append(.few) { _ throws(LedgerError) in
      say("ready")
      while getchar() != EOF {}
    }
  }

  /// From now on, who writes beyond `limit` is told `EFBIG`, as by a full disk.
  private static func limitFiles(to limit: UInt) {
    signal(SIGXFSZ, SIG_IGN)
    var limits = rlimit(rlim_cur: limit, rlim_max: limit)
    guard unsafe setrlimit(__rlimit_resource_t(1), &limits) == 0 else { exit(71) }
  }

  /// One line in one write, so that a killed process leaves no half of one.
  private static func say(_ line: String) {
    var line = line + "\n"
    let written = line.withUTF8 { unsafe write(1, $0.baseAddress, $0.count) }
    if written < 0 { exit(74) }
  }
}
