import Foundation
import Ledger
import Testing
import ViewStore

@testable import ReplayRunner

/// Replays killed with SIGKILL at random instants, hundreds of times over one ledger that grows meanwhile.
///
/// `DAYBOOK_SEED` repeats the instants as far as a machine can, `DAYBOOK_KILLS` sets the number of rounds.
@Suite(.serialized) struct KilledReplayTests {
  static let rounds = ProcessInfo.processInfo.environment["DAYBOOK_KILLS"].flatMap { Int($0) } ?? 220

  let scratch: Scratch
  let ledger: RandomLedger
  /// Views of the same events that nobody disturbs.
  let undisturbed: ViewStore
  var chance: Seeded

  init() throws {
    let seed = Seeded.seeds(1)[0]
    print("killed replays: \(Self.rounds) rounds, DAYBOOK_SEED=\(seed)")
    scratch = try Scratch()
    ledger = try RandomLedger(in: scratch, events: 60 + 2 * Self.rounds, seed: seed)
    undisturbed = scratch.store("undisturbed")
    chance = Seeded(seed)
    try ledger.append(60)
  }

  @Test mutating func `after any kill the views hold a prefix of the log, and followed up they equal a rebuild`()
    throws
  {
    var (followed, behind, halves) = (UInt64(0), 0, 0)
    for round in 0..<Self.rounds {
      try ledger.append(Int.random(in: 0...1, using: &chance))
      let mode = chance.once(in: 3) ? "rebuild" : "follow"
      let batch = [1, 1, 2, 7, 10_000].randomElement(using: &chance)!
      // Every fifth round has two replays at once.
      let replays = try (0..<(round % 5 == 4 ? 2 : 1)).map { _ in
        try SpawnedReplay([mode, ledger.folder.path, "\(batch)"], in: scratch)
      }
      // Some are killed while they begin, most while they follow or rebuild; in some rounds they write something first.
      let lines = [0, 1, 1, 1, 1, 1, 1, 2].randomElement(using: &chance)!
      for replay in replays { #expect(try replay.wait(forLines: lines)) }
      if chance.once(in: 4) { try ledger.append(1) }
      usleep(UInt32.random(in: 0..<40_000, using: &chance))
      for replay in replays { #expect(replay.kill()) }
      if FileManager.default.fileExists(atPath: ledger.folder.views + ".new") { halves += 1 }
      guard ledger.store.exist else { continue }
      let now = try look()
      try #require(now >= followed || mode == "follow", "round \(round): the views lost events")
      followed = now
      if now < UInt64(ledger.size) { behind += 1 }
      // Else the next replay is the first to find what was left.
      if round % 3 == 0 { followed = try ledger.store.follow(ledger.log).size }
    }
    print("killed replays: views behind the log in \(behind) rounds, half a rebuild beside them in \(halves)")
    try finish()
  }

  /// The views as they lie there show exactly the first events of the log; answers how many.
  private func look() throws -> UInt64 {
    let followed = try ledger.store.followed()
    try #require(followed <= UInt64(ledger.size))
    let prefix = LogPrefix(log: ledger.log, count: followed)
    try undisturbed.follow(prefix)
    #expect(try ledger.store.digests() == undisturbed.digests(), "after \(followed) events")
    return followed
  }

  private func finish() throws {
    let report = try ledger.store.follow(ledger.log)
    #expect(report.size == UInt64(ledger.size))
    #expect(try ledger.store.verify(ledger.log).allSatisfy(\.isEqual))
    try ledger.store.rebuild(ledger.log)
    #expect(try look() == UInt64(ledger.size))
    let names = try FileManager.default.contentsOfDirectory(atPath: ledger.folder.path).filter { $0.hasPrefix("views") }
    #expect(Set(names).isSubset(of: Set(["", "-wal", "-shm", ".lock", ".door"].map { "views.sqlite" + $0 })))
  }
}
