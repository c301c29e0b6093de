import Ledger
import TransparencyLog

extension LogPromise {
  /// What stands beside the events.
  static let keeping: [LogPromise] = [
    LogPromise("Signed notes are kept in order, the same one once, several of one size") { store in
      let log = try store.open()
      for (size, note) in [(1, [1]), (2, [2, 0]), (2, [2, 1]), (1, [1]), (7, [0, 0x80, 0xff])] as [(UInt64, [UInt8])] {
        try log.keep(checkpoint: note, size: size)
      }
      let kept = try store.openReadOnly().checkpoints()
      try hold(kept.map(\.size), is: [1, 2, 2, 7], "sizes")
      try hold(kept.map(\.note), is: [[1], [2, 0], [2, 1], [0, 0x80, 0xff]], "notes")
      try hold(kept.map(\.number), is: [1, 2, 3, 4], "numbers")
    },
    LogPromise("Timestamps are kept with their note") { store in
      let log = try store.open()
      try log.keep(checkpoint: [1], size: 1)
      try log.keep(checkpoint: [2], size: 2)
      try log.keep(token: [9, 0], of: 2)
      try log.keep(token: [9, 1], of: 2)
      try hold(try log.tokens(of: 1), is: [], "tokens of 1")
      try hold(try log.tokens(of: 2), is: [[9, 0], [9, 1]], "tokens of 2")
    },
    LogPromise("Sealed values are kept with their event, and go with a refused call") { store in
      let log = try store.open()
      func value(_ position: UInt64, _ name: UInt8) -> SealedDisclosure {
        SealedDisclosure(
          position: position, digest: [UInt8](repeating: name, count: 32), sealed: [name, 0, 1],
          key: [UInt8](repeating: 7, count: 16))
      }
      try log.append(.few) { transaction throws(LedgerError) in
        try transaction.append(Sample.many(0..<2))
        try transaction.keep(value(1, 5))
        try transaction.keep(value(1, 3))
      }
      do {
        try log.append(.few) { transaction throws(LedgerError) in
          try transaction.append(Sample(2))
          try transaction.keep(value(2, 8))
          throw refusal
        }
      } catch is LedgerError {}
      try hold(try log.disclosures(of: 0), is: [], "values of 0")
      try hold(try log.disclosures(of: 1), is: [value(1, 3), value(1, 5)], "values of 1")
      try hold(try log.disclosures(of: 2), is: [], "values of a refused event")
    },
    LogPromise("Sealed values can be erased, and the tree stays as it was") { store in
      let log = try store.open()
      let digest = [UInt8](repeating: 1, count: 32)
      try log.append(.few) { transaction throws(LedgerError) in
        try transaction.append(Sample(0))
        try transaction.keep(SealedDisclosure(position: 0, digest: digest, sealed: [1], key: [2]))
      }
      let root = try log.frontier().root
      try hold(try log.erase(disclosures: [digest, [9]]), is: 1, "erased")
      try hold(try log.erase(disclosures: [digest]), is: 0, "erased again")
      try hold(try store.open().disclosures(of: 0), is: [], "values")
      try hold(try log.frontier().root, is: root, "root")
    },
    LogPromise("Sealed values are sealed anew or destroyed by their key, all or nothing") { store in
      let log = try store.open()
      func value(_ name: UInt8, _ key: UInt8, _ sealed: [UInt8] = [1]) -> SealedDisclosure {
        SealedDisclosure(
          position: 0, digest: [UInt8](repeating: name, count: 32), sealed: sealed,
          key: [UInt8](repeating: key, count: 16))
      }
      try log.append(.few) { transaction throws(LedgerError) in
        try transaction.append(Sample(0))
        for name in UInt8(1)...4 { try transaction.keep(value(name, name < 4 ? 7 : 8)) }
      }
      func change(_ old: SealedDisclosure) throws(LedgerError) -> SealedDisclosure? {
        switch old.digest[0] {
        case 1: nil
        case 2: value(2, 9, [2, 2])
        default: old
        }
      }
      try hold(try log.rewrite(disclosuresSealedWith: [value(0, 7).key, value(0, 6).key], change), is: 1, "destroyed")
      let left = [value(2, 9, [2, 2]), value(3, 7), value(4, 8)]
      try hold(try store.open().disclosures(of: 0), is: left, "values")
      do {
        _ = try log.rewrite(disclosuresSealedWith: [value(0, 7).key, value(0, 9).key]) { old throws(LedgerError) in
          if old.digest[0] == 3 { throw refusal }
          return nil
        }
      } catch is LedgerError {}
      try hold(try log.disclosures(of: 0), is: left, "values after a change that was refused")
      try hold(try log.purge(), is: true, "purged")
      try hold(try log.disclosures(of: 0), is: left, "values after the files were purged")
    },
  ]
}
