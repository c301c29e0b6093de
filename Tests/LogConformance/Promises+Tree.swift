import Ledger
import TransparencyLog

extension LogPromise {
  static let tree: [LogPromise] = [
    LogPromise("Right edge and full tiles equal a naive tree after every batch") { store in
      let log = try store.open()
      let seed = Sample.seed()
      var numbers = Sample.Numbers(seed: seed)
      var leaves: [Digest] = []
      for round in 0..<24 {
        let sizes = [1, 2, 254, 255, 256, 257, Int(numbers.next() % 700)]
        let count = sizes[Int(numbers.next() % UInt64(sizes.count))]
        let new = Sample.many(leaves.count..<leaves.count + count)
        // Every other batch through a log that was just opened, which has no tree in memory.
        try (round % 2 == 0 ? log : store.open()).append(new, round % 5 == 4 ? .many : .few)
        leaves += new.map { Digest.leaf($0.leaf) }
        let what = "after \(leaves.count), seed \(seed)"
        let frontier = try log.frontier()
        try hold(frontier.size, is: UInt64(leaves.count), "size \(what)")
        try hold(frontier.root, is: NaiveTree.root(leaves[...]), "root \(what)")
        for (tile, bytes) in NaiveTree.tiles(leaves) {
          guard let stored = try log.fullTile(tile) else { throw BrokenPromise("\(tile.path()) is missing \(what)") }
          try hold(stored == bytes, "\(tile.path()) differs \(what)")
        }
        let next = TileID(level: 0, index: UInt64(leaves.count / 256))
        try hold(try log.fullTile(next) == nil, "\(next.path()) is there before it is full, \(what)")
      }
    },
    LogPromise("Tiles above the leaves are made too") { store in
      let log = try store.open()
      let count = 65_536 + 300
      try log.append(Sample.many(0..<count), .many)
      let leaves = (0..<count).map { Digest.leaf(Sample($0).leaf) }
      try hold(try log.frontier().root, is: NaiveTree.root(leaves[...]), "root")
      let upper = TileID(level: 1, index: 0)
      try hold(try log.fullTile(upper) == NaiveTree.tiles(leaves)[upper], "\(upper.path()) differs")
    },
  ]
}
