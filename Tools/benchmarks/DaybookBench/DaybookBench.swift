import Foundation
import Ledger
import SQLiteLog
import Synchronization
import TransparencyLog
import Vocabulary

/// What `Tools/bench` measures and the command line cannot do. Prints lines `NAME=VALUE`.
///
///     DaybookBench size LEDGER                        how many events, how many bytes of leaves
///     DaybookBench map LEDGER                         reads every event and maps it by all projections, on one thread
///     DaybookBench facts LEDGER                       prints every fact, one a line, to compare two versions of the maps
///     DaybookBench ask LEDGER                         asks the view control on both clocks, explains rows, compares
///     DaybookBench prove LEDGER                       proves and verifies a thousand events
///     DaybookBench writers LEDGER NEW COUNT WRITERS   appends COUNT of its leaves one by one, from so many threads, to a new ledger
@main
enum DaybookBench {
  static func main() throws {
    let words = CommandLine.arguments
    switch (words.dropFirst().first, words.count) {
    case ("size", 3): try size(words[2])
    case ("map", 3): try MapReplay(Ledger.open(at: LedgerFolder(words[2]), .reading)).run()
    case ("facts", 3): try MapReplay(Ledger.open(at: LedgerFolder(words[2]), .reading)).printFacts()
    case ("ask", 3): try Asking(Ledger.open(at: LedgerFolder(words[2]), .reading)).run()
    case ("prove", 3): try Proving(Ledger.open(at: LedgerFolder(words[2]), .reading)).run()
    case ("writers", 6): try writers(words[2], words[3], count: Int(words[4]) ?? 0, threads: Int(words[5]) ?? 1)
    default:
      FileHandle.standardError.write(
        Data("usage: DaybookBench size|map|facts|ask|prove LEDGER | writers LEDGER NEW COUNT WRITERS\n".utf8))
      exit(64)
    }
  }

  private static func size(_ path: String) throws {
    let ledger = try Ledger.open(at: LedgerFolder(path), .reading)
    var bytes = 0
    try unsafe ledger.read(0..<UInt64.max) { _, leaf in bytes += leaf.count }
    print("events=\(try ledger.size)\nbytes=\(bytes)")
  }

  /// Every append is durable before its thread goes on.
  private static func writers(_ from: String, _ new: String, count: Int, threads: Int) throws {
    var leaves: [[UInt8]] = []
    try unsafe Ledger.open(at: LedgerFolder(from), .reading).read(0..<UInt64(count)) {
      leaves.append(unsafe [UInt8]($1))
    }
    let log = try Ledger.create(at: LedgerFolder(new), origin: "log.example/bench").log
    let failure = Mutex<(any Error)?>(nil)
    let group = DispatchGroup()
    let start = ContinuousClock.now
    for thread in 0..<threads {
      group.enter()
      Thread.detachNewThread { [leaves] in
        do {
          for number in stride(from: thread, to: leaves.count, by: threads) {
            try append(leaves[number], EventID(high: UInt64(number + 1) << 16 | 0x7000, low: UInt64(number)), to: log)
          }
        } catch { failure.withLock { $0 = error } }
        group.leave()
      }
    }
    group.wait()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if let error = failure.withLock({ $0 }) { throw error }
    print("events=\(try log.size())\nseconds=\(seconds)")
  }

  private static func append(_ leaf: [UInt8], _ id: EventID, to log: any EventLog) throws(LedgerError) {
    try log.append(.few) { transaction throws(LedgerError) in
      let failure: LedgerError? = unsafe leaf.withUnsafeBytes { bytes in
        do throws(LedgerError) {
          try unsafe transaction.append(id: id, leaf: bytes)
          return nil
        } catch { return error }
      }
      if let failure { throw failure }
    }
  }
}
