import Ledger
import TransparencyLog

/// Proofs of single events, made and verified one after the other as `daybook prove` does, in one process.
struct Proving {
  private let ledger: Ledger
  private let checkpoint: StoredCheckpoint

  /// - Throws: what opening throws; a ledger without a checkpoint proves nothing.
  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    guard let last = try ledger.checkpoints().last else { fatalError("sign a checkpoint first: daybook checkpoint") }
    checkpoint = last
  }

  /// Proves events from all over the log, each twice, and prints the middle and the slowest of the second times.
  func run() throws {
    let tree = try ledger.tree()
    let key = try ledger.keys.verifier()
    let count: UInt64 = 1_000
    var times: [Double] = []
    for number in 0..<count {
      let index = (number &* 0x9E37_79B9_7F4A_7C15) % checkpoint.size
      try prove(index, tree, key)
      let start = ContinuousClock.now
      try prove(index, tree, key)
      times.append((ContinuousClock.now - start) / .milliseconds(1))
    }
    times.sort()
    print("proof_ms=\(times[times.count / 2])\nproof_slowest_ms=\(times[times.count - 1])\nevents=\(checkpoint.size)")
  }

  private func prove(_ index: UInt64, _ tree: LogTree, _ key: VerifierKey) throws {
    let proof = InclusionProofFile(
      index: index, proof: try Tree.proveInclusion(index: index, size: checkpoint.size, reader: tree),
      checkpoint: checkpoint.note)
    let leaf = Digest.leaf(try ledger.leaf(at: index))
    _ = try proof.verify(leaf: leaf, origin: ledger.origin, logKeys: [key])
    precondition(!proof.bytes.isEmpty)
  }
}
