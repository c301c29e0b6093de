import Ledger
import LogConformance
import Testing
import TransparencyLog

@testable import LogConformance
@testable import LogWriter

/// What a log must hold after its writers were killed: every call whole or not at all, in the order of its writer, from position 0 without gaps.
///
/// Looks only at what was appended since the last look; ``lookAtAll(_:)`` begins again and compares with a naive tree.
struct WrittenLog {
  private(set) var frontier = Frontier()
  private var callCount: [UInt64: Int] = [:]
  private var firstPosition: [UInt64: [UInt64]] = [:]

  /// How many calls of a writer are there.
  func calls(of writer: UInt64) -> Int { callCount[writer] ?? 0 }

  /// Where a call begins; `nil` when it is not there.
  func position(of writer: UInt64, call: Int) -> UInt64? {
    guard let calls = firstPosition[writer], call < calls.count else { return nil }
    return calls[call]
  }

  /// Reads what is new and checks it, then the tree as stored.
  mutating func look(_ log: any EventLog) throws {
    var open: (event: WrittenEvent, rest: Int)?
    try unsafe log.read(frontier.size..<UInt64.max) { position, leaf in
      let bytes = unsafe [UInt8](leaf)
      try #require(position == frontier.size, "a gap before #\(position)")
      let event = try #require(WrittenEvent(leaf: bytes), "#\(position) has bytes that nobody wrote")
      if let (last, rest) = open, rest > 0 {
        let next = WrittenEvent(writer: last.writer, call: last.call, index: last.index + 1)
        try #require(event == next, "#\(position) breaks into a call of which \(rest) events are missing")
        open = (event, rest - 1)
      } else {
        try #require(event.index == 0, "#\(position) begins in the middle of a call")
        try #require(
          event.call == calls(of: event.writer), "a call of writer \(event.writer) is missing or twice there")
        firstPosition[event.writer, default: []].append(position)
        callCount[event.writer, default: 0] += 1
        open = (event, WrittenEvent.count(event.writer, call: event.call) - 1)
      }
      frontier.append(Digest.leaf(bytes)) { _, _ in }
      return true
    }
    try #require((open?.rest ?? 0) == 0, "the last call is there in part")
    let stored = try log.frontier()
    try #require(
      stored.size == frontier.size && stored.root == frontier.root, "the stored tree is not that of the leaves")
    try #require(try log.size() == frontier.size)
    if let last = open?.event { try #require(try log.position(of: last.id) == frontier.size - 1) }
  }

  /// Checks that every acknowledged call stands where the writer was told, and that at most one stands which was not acknowledged yet.
  func compare(_ writer: SpawnedWriter) throws {
    let acknowledged = try writer.acknowledged()
    for told in acknowledged {
      let found = position(of: writer.number, call: told.call)
      try #require(
        found == told.position, "call \(told.call) of writer \(writer.number) was acknowledged at #\(told.position)")
    }
    try #require(
      calls(of: writer.number) - acknowledged.count <= 1, "calls are there that were not acknowledged for long")
  }

  /// Checks everything from the beginning: leaves, index of ids, full tiles, and the root by the definition of the standard.
  static func lookAtAll(_ log: any EventLog) throws {
    var again = WrittenLog()
    try again.look(log)
    var hashes: [Digest] = []
    try unsafe log.read(0..<UInt64.max) { position, leaf in
      hashes.append(unsafe Digest.leaf(leaf))
      return true
    }
    try #require(NaiveTree.root(hashes[...]) == again.frontier.root)
    for (tile, bytes) in NaiveTree.tiles(hashes) { try #require(try log.fullTile(tile) == bytes) }
  }
}
