import CFaults
import Ledger
import SQLiteLog
import Testing
import TransparencyLog

@testable import LogConformance
@testable import LogWriter

/// The first call of the disk fails, then the second, and so on until none is left to fail.
@Suite(.serialized) struct FailingDiskTests {
  struct Failure: CustomTestStringConvertible {
    var what: String
    var answer: Int
    var isLasting: Bool
    var testDescription: String { what }
  }

  /// What the attempts came to.
  private struct Tally {
    var refusals = 0
    /// Refusals that say that only the sync failed.
    var unsynced = 0
  }

  static let failures = [
    Failure(what: "the disk is full at one call", answer: FAULTS_FULL, isLasting: false),
    Failure(what: "the disk is full from one call on", answer: FAULTS_FULL, isLasting: true),
    Failure(what: "one call fails", answer: FAULTS_INPUT_OUTPUT, isLasting: false),
    Failure(what: "every call fails from one on", answer: FAULTS_INPUT_OUTPUT, isLasting: true),
  ]

  @Test(arguments: failures)
  func `whichever call of the disk fails, an append is refused whole or stands whole`(_ failure: Failure) throws {
    try #require(faults_register() == 0)
    defer { faults_arm(0, 0, 0) }
    for (volume, count) in [(AppendVolume.few, 3), (.many, 1_100)] {
      let stride = volume == .few ? 1 : 7
      var tally = Tally()
      var nth = 1
      while try fail(nth, failure, volume, count, &tally) { nth += stride }
      #expect(tally.refusals > 3, "\(failure.what): only \(tally.refusals) calls could fail")
      if volume == .few { #expect((tally.unsynced > 0) == (failure.answer == FAULTS_INPUT_OUTPUT)) }
    }
  }

  /// One attempt on a log of its own; answers whether there was an nth call.
  private func fail(
    _ nth: Int, _ failure: Failure, _ volume: AppendVolume, _ count: Int, _ tally: inout Tally
  ) throws -> Bool {
    let place = try TestFolder()
    let path = place.path("log.sqlite")
    try SQLiteLog.create(at: path, origin: "log.example/failing")
    try SQLiteLog(at: path).append(Sample.many(0..<20))
    let new = Sample.many(20..<20 + count)
    var stands = false
    faults_arm(nth, Int32(failure.answer), failure.isLasting ? 1 : 0)
    do {
      let log = try SQLiteLog(at: path, fileSystem: "faults")
      do {
        try log.append(new, volume)
        stands = true
      } catch {
        try check(error, at: nth)
        if case .unsynced = error { tally.unsynced += 1 }
      }
      let wasReached = faults_count() >= nth
      faults_arm(0, 0, 0)
      // The same log goes on, as if nothing had been.
      try #require(try log.size() == (stands ? UInt64(20 + count) : 20), "size after call \(nth) failed")
      if !stands { try log.append(new, volume) }
      if !stands { tally.refusals += 1 }
      try checkAll(try SQLiteLog(at: path), 20 + count)
      return wasReached
    } catch let error as LedgerError {
      // It could not even be opened.
      try check(error, at: nth)
      tally.refusals += 1
      faults_arm(0, 0, 0)
      try checkAll(try SQLiteLog(at: path), 20)
      return true
    }
  }

  private func check(_ error: LedgerError, at nth: Int) throws {
    switch error {
    case .diskFull, .inputOutput, .unsynced: break
    default: try #require(Bool(false), "call \(nth): \(error)")
    }
  }

  private func checkAll(_ log: SQLiteLog, _ count: Int) throws {
    let leaves = Sample.many(0..<count).map(\.leaf)
    try #require(try log.leaves() == leaves)
    try #require(try log.frontier().root == NaiveTree.root(leaves.map { Digest.leaf($0) }[...]))
  }
}
