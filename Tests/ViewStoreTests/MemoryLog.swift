import Synchronization
import ViewStore

/// A log in memory, with a root that depends on every leaf before it.
final class MemoryLog: FollowedLog {
  private struct State {
    var leaves: [[UInt8]] = []
    var roots: [[UInt8]] = [MemoryLog.words(0x1234_5678)]
  }

  private let state: Mutex<State>

  init(_ leaves: [[UInt8]] = []) {
    state = Mutex(State())
    for leaf in leaves { append(leaf) }
  }

  func append(_ leaf: [UInt8]) {
    state.withLock { state in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in state.roots[state.roots.count - 1] + leaf { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      state.leaves.append(leaf)
      state.roots.append(MemoryLog.words(hash))
    }
  }

  /// The first events alone.
  func prefix(_ count: Int) -> MemoryLog { MemoryLog(state.withLock { Array($0.leaves.prefix(count)) }) }

  func size() -> UInt64 { state.withLock { UInt64($0.leaves.count) } }

  func root(at size: UInt64) -> [UInt8] { state.withLock { $0.roots[Int(size)] } }

  func read(_ positions: Range<UInt64>, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool) throws {
    let leaves = state.withLock { $0.leaves }
    for position in positions where position < UInt64(leaves.count) {
      guard try unsafe leaves[Int(position)].withUnsafeBytes({ try unsafe body(position, $0) }) else { return }
    }
  }

  private static func words(_ hash: UInt64) -> [UInt8] {
    (0..<4).flatMap { lane in (0..<8).map { UInt8(truncatingIfNeeded: (hash &+ UInt64(lane)) >> (8 * $0)) } }
  }
}
