import Audit
import Foundation
import Ledger
import SQLiteLog
import Testing
import TransparencyLog

@testable import LogConformance
@testable import LogWriter

/// Writers killed with SIGKILL at random instants, hundreds of times over one ledger.
///
/// `DAYBOOK_SEED` repeats the instants as far as a machine can, `DAYBOOK_KILLS` sets the number of rounds.
@Suite(.serialized) struct KilledWriterTests {
  static let rounds = ProcessInfo.processInfo.environment["DAYBOOK_KILLS"].flatMap { Int($0) } ?? 220

  @Test func `after any kill everything acknowledged is there, nothing half-written is, and the audit is OK`() throws {
    let seed = Sample.seed()
    print("killed writers: \(Self.rounds) rounds, DAYBOOK_SEED=\(seed)")
    let place = try TestFolder()
    let folder = LedgerFolder(place.path("ledger"))
    _ = try Ledger.create(at: folder, origin: "log.example/killed")
    var chance = Sample.Numbers(seed: seed)
    var log = WrittenLog()
    var waiting: [SpawnedWriter] = []
    for round in 0..<Self.rounds {
      // Every fifth round has two writers at once, of which one outlives the other.
      let writers = try (0..<(round % 5 == 4 ? 2 : 1)).map { number in
        let name = UInt64(round * 2 + number + 1)
        return try SpawnedWriter(["append", folder.path, "\(name)"], number: name, in: place)
      }
      // Some are killed while they open the ledger, most while they append.
      let calls = Int(chance.next() % 7)
      if chance.next() % 8 != 0 {
        for writer in writers { try #require(try writer.wait(forLines: 1 + calls)) }
      }
      for writer in writers {
        usleep(UInt32(chance.next() % 20_000))
        writer.kill()
      }
      waiting += writers
      // In some rounds the next writer is the first to find what was left.
      if round % 3 == 1 && round < Self.rounds - 1 { continue }
      let ledger = try Ledger.open(at: folder)
      try log.look(ledger.log)
      for writer in waiting { try log.compare(writer) }
      waiting = []
      // Whoever comes next goes on with the same ledger.
      let own = UInt64(1_000_000 + round)
      let first = try ledger.log.append(WrittenEvent.call(own, 0), .few)
      try #require(first == log.frontier.size)
    }
    try finish(folder)
  }

  private func finish(_ folder: LedgerFolder) throws {
    let ledger = try Ledger.open(at: folder, .reading)
    try WrittenLog.lookAtAll(ledger.log)
    let report = Audit(of: ledger).run(only: ["log", "events"])
    for finding in report.findings where finding.verdict == .fail { Issue.record("\(finding)") }
    #expect(report.findings.contains { $0.verdict == .ok })
    print("killed writers: \(try ledger.size) events stand after \(Self.rounds) rounds")
  }
}
