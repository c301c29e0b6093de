import Foundation
import Ledger
import Synchronization
import TransparencyLog
import Vocabulary

extension LogPromise {
  static let sharing: [LogPromise] = [
    LogPromise("Concurrent writers lose nothing, and each sees its events when its call ends") { store in
      let log = try store.open()
      try contest([log, log, log, log, log, log, log, log], each: 60)
    },
    LogPromise("Writers of several openings take turns and lose nothing") { store in
      try contest([store.open(), store.open(), store.open()], each: 40)
    },
    LogPromise("Of calls that share a commit, one that is refused takes no other with it") { store in
      let log = try store.open()
      let failures = Mutex(0)
      try threads(12) { thread in
        for turn in 0..<25 {
          let number = thread * 1_000 + turn
          do {
            try log.append(.few) { transaction throws(LedgerError) in
              try transaction.append(Sample(number))
              if number % 3 == 0 { throw refusal }
              // Some calls are longer than a batch.
              if turn == 7 { try transaction.append((0..<1_200).map { Sample(1_000_000 + number * 2_000 + $0) }) }
            }
          } catch let error as LedgerError {
            try hold(error, is: refusal, "an error")
            failures.withLock { $0 += 1 }
          }
        }
      }
      var expected = 0
      for number in (0..<12).flatMap({ thread in (0..<25).map { thread * 1_000 + $0 } }) {
        let stands = number % 3 != 0
        try hold(try log.position(of: Sample(number).id) != nil, is: stands, "whether \(number) is there")
        if stands { expected += number % 1_000 == 7 ? 1_201 : 1 }
      }
      try hold(try log.size(), is: UInt64(expected), "size")
      try hold(
        failures.withLock { $0 }, is: 12 * 25 - (0..<12 * 25).count { ($0 / 25 * 1_000 + $0 % 25) % 3 != 0 }, "refusals"
      )
      let leaves = try log.leaves()
      try hold(try log.frontier().root, is: NaiveTree.root(leaves.map { Digest.leaf($0) }[...]), "root")
    },
    LogPromise("Two openings see each other's events at once") { store in
      let (one, two) = (try store.open(), try store.open())
      for round in 0..<40 {
        let first = round * 40
        try (round % 2 == 0 ? one : two).append(Sample.many(first..<first + 40))
        for log in [one, two] { try hold(try log.size(), is: UInt64(first + 40), "size in round \(round)") }
      }
      let leaves = (0..<1_600).map { Digest.leaf(Sample($0).leaf) }
      for log in [one, two] { try hold(try log.frontier().root, is: NaiveTree.root(leaves[...]), "root") }
    },
    LogPromise("Who waits longer than its patience is told that the log is busy, and nothing is appended") { store in
      let (one, two) = (try store.open(), try store.open(patience: .milliseconds(50)))
      let told: LedgerError? = try one.append(.few) { transaction throws(LedgerError) in
        try transaction.append(Sample(0))
        do throws(LedgerError) {
          try two.append([Sample(1)])
          return nil
        } catch { return error }
      }
      guard case .busy = told else { throw BrokenPromise("\(String(describing: told)) instead of busy") }
      try hold(try one.leaves(), is: [Sample(0).leaf], "leaves")
      try two.append([Sample(1)])
      try hold(try one.leaves().count, is: 2, "leaves after trying again")
    },
  ]

  /// Appends from one thread for each log, with calls of one to three events, and checks that all are there in the order of each thread.
  private static func contest(_ logs: [any EventLog], each calls: Int) throws {
    try threads(logs.count) { thread in
      let log = logs[thread]
      for call in 0..<calls {
        let numbers = (0..<1 + call % 3).map { thread * 100_000 + call * 10 + $0 }
        try log.append(numbers.map { Sample($0) })
        let places = try numbers.map { try log.position(of: Sample($0).id) }
        guard let first = places[0] else { throw BrokenPromise("\(numbers[0]) is not there after its call") }
        try hold(places, is: numbers.indices.map { first + UInt64($0) }, "positions of one call")
      }
    }
    let expected = logs.count * (0..<calls).reduce(0) { $0 + 1 + $1 % 3 }
    let leaves = try logs[0].leaves()
    try hold(leaves.count, is: expected, "events")
    try hold(Set(leaves).count, is: expected, "different events")
    for log in logs {
      try hold(try log.frontier().root, is: NaiveTree.root(leaves.map { Digest.leaf($0) }[...]), "root")
    }
  }

  /// Runs `body` on so many threads of their own and waits for all; throws the first error.
  private static func threads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
    let failure = Mutex<(any Error)?>(nil)
    let group = DispatchGroup()
    for number in 0..<count {
      group.enter()
      Thread.detachNewThread {
        do { try body(number) } catch { failure.withLock { $0 = $0 ?? error } }
        group.leave()
      }
    }
    group.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
