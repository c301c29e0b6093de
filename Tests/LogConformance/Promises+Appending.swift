import Ledger
import TransparencyLog
import Vocabulary

/// Why the suite refuses on purpose.
let refusal = LedgerError.refused(line: nil, .draft("on purpose"))

extension LogPromise {
  static let appending: [LogPromise] = [
    LogPromise("A new log is empty and has the root of an empty tree") { store in
      let log = try store.open()
      try hold(try log.size(), is: 0, "size")
      try hold(try log.frontier().root, is: Digest.emptyRoot, "root")
      try hold(log.origin, is: LogPromise.origin, "origin")
      try hold(try log.leaves(), is: [], "leaves")
    },
    LogPromise("Leaves come back byte for byte, in order, from position 0 without gaps") { store in
      let log = try store.open()
      let lengths = [0, 1, 2, 255, 256, 4_000, 4_096, 65_535]
      let samples = lengths.enumerated().map { Sample($0.offset, bytes: $0.element) }
      try log.append(samples[..<3])
      try log.append(samples[3...])
      try hold(try log.leaves(), is: samples.map(\.leaf), "leaves")
      for (position, sample) in samples.enumerated() {
        try hold(try log.leaf(at: UInt64(position)), is: sample.leaf, "leaf \(position)")
        try hold(try log.position(of: sample.id), is: UInt64(position), "position of id \(position)")
      }
    },
    LogPromise("What a call answers is given back") { store in
      let log = try store.open()
      let answer = try log.append(.few) { transaction throws(LedgerError) in
        try transaction.append(Sample(0))
        return "size \(transaction.size)"
      }
      try hold(answer, is: "size 1", "answer")
    },
    LogPromise("A refused call leaves nothing, however much it had appended") { store in
      let log = try store.open()
      try log.append(Sample.many(0..<10))
      for (volume, count) in [(AppendVolume.few, 3), (.few, 2_500), (.many, 3), (.many, 4_500)] {
        do {
          try log.append(volume) { transaction throws(LedgerError) in
            try transaction.append(Sample.many(100..<100 + count))
            throw refusal
          }
          throw BrokenPromise("the refusal was lost")
        } catch let error as LedgerError { try hold(error, is: refusal, "refusal") }
        try hold(try log.size(), is: 10, "size after refusing \(count)")
        try hold(try log.position(of: Sample(100).id), is: nil, "an id of a refused event")
        try hold(try log.leaves(), is: Sample.many(0..<10).map(\.leaf), "leaves after refusing \(count)")
      }
      try log.append(Sample.many(10..<300))
      try hold(try log.leaves(), is: Sample.many(0..<300).map(\.leaf), "leaves after going on")
    },
    LogPromise("A call that appends nothing changes nothing") { store in
      let log = try store.open()
      for volume in [AppendVolume.few, .many] { try log.append([], volume) }
      try hold(try log.size(), is: 0, "size")
    },
    LogPromise("Thousands of events in one call are like thousands of calls") { store in
      let numbers = 0..<5_000
      let log = try store.open()
      try log.append(Sample.many(0..<700))
      try log.append(Sample.many(700..<4_200), .many)
      try log.append(Sample.many(4_200..<5_000), .few)
      try hold(try log.leaves(), is: Sample.many(numbers).map(\.leaf), "leaves")
      try hold(
        try log.frontier().root, is: NaiveTree.root(numbers.map { Digest.leaf(Sample($0).leaf) }[...]), "root")
    },
    LogPromise("After reopening everything is there") { store in
      try store.open().append(Sample.many(0..<600))
      let log = try store.open()
      try hold(try log.leaves(), is: Sample.many(0..<600).map(\.leaf), "leaves")
      try log.append(Sample.many(600..<601))
      try hold(
        try store.open().frontier().root, is: NaiveTree.root((0..<601).map { Digest.leaf(Sample($0).leaf) }[...]),
        "root")
    },
    LogPromise("A log opened for reading refuses to be written") { store in
      try store.open().append(Sample.many(0..<3))
      let log = try store.openReadOnly()
      try hold(log.isReadOnly, "it says that it can be written")
      try hold(try log.leaves().count, is: 3, "leaves")
      let attempts: [(String, () throws -> Void)] = [
        ("append", { try log.append([Sample(3)]) }), ("checkpoint", { try log.keep(checkpoint: [1], size: 3) }),
        ("token", { try log.keep(token: [1], of: 1) }), ("erase", { _ = try log.erase(disclosures: [[1]]) }),
      ]
      for (name, attempt) in attempts {
        do {
          try attempt()
          throw BrokenPromise("\(name) was not refused")
        } catch let error as LedgerError {
          guard case .readOnly = error else { throw BrokenPromise("\(name): \(error)") }
        }
      }
    },
  ]
}
