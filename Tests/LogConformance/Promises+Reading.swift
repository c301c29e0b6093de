import Ledger
import Vocabulary

extension LogPromise {
  static let reading: [LogPromise] = [
    LogPromise("A range is read in order, cut at the end of the log, and may be left early") { store in
      let log = try store.open()
      try log.append(Sample.many(0..<1_000))
      for range in [0..<0, 0..<1, 17..<600, 999..<1_000, 990..<5_000, 1_000..<2_000] as [Range<UInt64>] {
        let expected = Int(range.lowerBound)..<max(Int(range.lowerBound), min(1_000, Int(range.upperBound)))
        try hold(try log.leaves(range), is: expected.map { Sample($0).leaf }, "leaves of \(range)")
      }
      var seen = 0
      try unsafe log.read(0..<1_000) { _, _ in
        seen += 1
        return seen < 10
      }
      try hold(seen, is: 10, "leaves seen when leaving")
    },
    LogPromise("A read that fails half-way does not disturb the next") { store in
      let log = try store.open()
      try log.append(Sample.many(0..<20))
      for _ in 0..<3 {
        do {
          try unsafe log.read(0..<20) { position, _ in
            if position == 7 { throw BrokenPromise("on purpose") }
            return true
          }
        } catch is BrokenPromise {}
        try hold(try log.leaves().count, is: 20, "leaves")
      }
    },
    LogPromise("A read shows one moment, whatever is appended meanwhile") { store in
      let log = try store.open()
      try log.append(Sample.many(0..<500))
      var seen = 0
      try unsafe log.read(0..<10_000) { position, _ in
        if position == 100 { try log.append(Sample.many(500..<900)) }
        seen += 1
        return true
      }
      try hold(seen, is: 500, "leaves seen")
      try hold(try log.size(), is: 900, "size after")
    },
    LogPromise("Nothing is seen before the call that appends it has ended") { store in
      let log = try store.open()
      let other = try store.openReadOnly()
      try log.append(Sample.many(0..<5))
      for (volume, count) in [(AppendVolume.few, 10), (.few, 2_500), (.many, 4_500)] {
        let before = try log.size()
        let seen: [UInt64] = try log.append(volume) { transaction throws(LedgerError) in
          let first = Int(transaction.size)
          try transaction.append(Sample.many(first..<first + count))
          return [try log.size(), try other.size()]
        }
        try hold(seen, is: [before, before], "sizes seen by readers")
        try hold(try other.size(), is: before + UInt64(count), "size after")
      }
    },
  ]
}
