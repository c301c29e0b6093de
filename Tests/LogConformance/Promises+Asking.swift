import Ledger
import TransparencyLog
import Vocabulary

extension LogPromise {
  /// What a call may ask while it appends.
  static let asking: [LogPromise] = [
    LogPromise("A call sees its own events: position by id, leaf hash, leaf, size") { store in
      for (volume, count) in [(AppendVolume.few, 300), (.few, 2_300), (.many, 2_300), (.many, 7_000)] {
        let fresh = try type(of: store).make(origin: LogPromise.origin)
        defer { extendLifetime(fresh) }
        let log = try fresh.open()
        try log.append(Sample.many(0..<300))
        let seed = Sample.seed()
        do {
          var numbers = Sample.Numbers(seed: seed)
          try log.append(volume) { transaction throws(LedgerError) in
            for number in 300..<300 + count {
              if number % 7 == 0 { try look(transaction, below: number, &numbers) }
              try transaction.append(Sample(number))
            }
            try look(transaction, below: 300 + count, &numbers)
          }
        } catch { throw BrokenPromise("\(volume) \(count), seed \(seed): \(error)") }
        try hold(try log.size(), is: UInt64(300 + count), "size")
      }
    },
    LogPromise("An id that was never appended has no position, inside a call and after") { store in
      let log = try store.open()
      for volume in [AppendVolume.few, .many] {
        let found = try log.append(volume) { transaction throws(LedgerError) in
          try transaction.append(Sample.many(Int(transaction.size)..<Int(transaction.size) + 3_000))
          var found = 0
          for number in 1_000_000..<1_000_200 where try transaction.position(of: Sample(number).id) != nil {
            found += 1
          }
          return found
        }
        try hold(found, is: 0, "strangers found")
      }
      try hold(try log.position(of: Sample(1_000_000).id), is: nil, "a stranger")
    },
    LogPromise("A leaf hash is found wherever it stands, and a strange one nowhere") { store in
      let log = try store.open()
      for volume in [AppendVolume.few, .many] {
        let base = Int(try log.size())
        try log.append(volume) { transaction throws(LedgerError) in
          try transaction.append(Sample.many(base..<base + 2_300))
          for number in [0, 255, 256, base, base + 1_999, base + 2_299] {
            let place = try transaction.position(ofLeaf: Digest.leaf(Sample(number).leaf))
            guard place == UInt64(number) else {
              throw broken("leaf of \(number) is found at \(String(describing: place))")
            }
          }
          guard try transaction.position(ofLeaf: Digest.emptyRoot) == nil else { throw broken("a stranger was found") }
        }
      }
    },
    LogPromise("A position beyond the end is refused") { store in
      let log = try store.open()
      try log.append(Sample.many(0..<3))
      for ask in [{ _ = try log.leaf(at: 3) }, { _ = try log.leaf(at: .max) }] as [() throws -> Void] {
        do {
          try ask()
          throw BrokenPromise("it was not refused")
        } catch let error as LedgerError {
          guard case .noSuchPosition(_, 3) = error else { throw BrokenPromise("\(error)") }
        }
      }
      let inside: LedgerError? = try log.append(.few) { transaction throws(LedgerError) in
        do throws(LedgerError) {
          _ = try transaction.leafHash(at: 3)
          return nil
        } catch { return error }
      }
      try hold(inside, is: .noSuchPosition(3, size: 3), "inside a call")
    },
  ]

  /// Compares random answers about the events below a number with what they must be.
  private static func look(
    _ transaction: any AppendTransaction, below end: Int, _ numbers: inout Sample.Numbers
  ) throws(LedgerError) {
    guard transaction.size == UInt64(end) else { throw broken("size \(transaction.size) where \(end) were appended") }
    for _ in 0..<3 {
      let number = Int(numbers.next() % UInt64(end))
      let sample = Sample(number)
      guard try transaction.position(of: sample.id) == UInt64(number) else { throw broken("position of \(number)") }
      guard try transaction.leafHash(at: UInt64(number)) == Digest.leaf(sample.leaf) else {
        throw broken("leaf hash at \(number)")
      }
      if number % 3 == 0 {
        guard try transaction.leaf(at: UInt64(number)) == sample.leaf else { throw broken("leaf at \(number)") }
      }
    }
  }

  private static func broken(_ facts: String) -> LedgerError { .refused(line: nil, .draft(facts)) }
}
