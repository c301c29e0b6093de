internal import Ledger

/// Merges the sorted keys of an index on one thread, while another puts its entries into the tree.
struct IndexLoad {
  /// How many entries go from one thread to the other at a time.
  private static let size = 4_096

  /// Writes the entry of a key whose long text lies in the bytes.
  typealias Writing = @Sendable (RecordMemory, SortedKey, [UInt8]) -> Range<Int>

  let write: Writing

  /// Some entries, one behind the other; recycled.
  private final class Chunk {
    let memory = RecordMemory()
    var entries: [Range<Int>] = []
  }

  /// What the threads share.
  private struct Belt {
    var runs: [KeyRun]
    var spare = (0..<4).map { _ in Chunk() }
    /// What waits for the tree, the first to go first.
    var full: [Chunk] = []
    /// Whether there is nothing more to come.
    var isMerged = false
    /// The first thing that went wrong.
    var failure: (any Error)?
  }

  /// Puts the entries of all keys into the tree, and finishes it.
  func put(_ runs: [KeyRun], into tree: Tree) throws {
    let belt = Gate(Belt(runs: runs))
    guard runs.count > 1, let merging = PlainThread({ merge(belt) }) else { return try putAlone(runs, into: tree) }
    do {
      while let chunk = next(of: belt) {
        for entry in chunk.entries { try unsafe tree.append(key: chunk.memory[entry]) }
        belt.change { belt in belt.spare.append(chunk) }
      }
    } catch {
      belt.change { belt in belt.failure = belt.failure ?? error }
    }
    merging.join()
    if let failure = belt.change({ belt in belt.failure }) { throw failure }
    try tree.finish()
  }

  /// The same without another thread, where there is little to do.
  private func putAlone(_ runs: [KeyRun], into tree: Tree) throws {
    let memory = RecordMemory()
    try KeyMerge.forEach(runs) { key, texts in
      memory.clear()
      let entry = write(memory, key, texts)
      try unsafe tree.append(key: memory[entry])
    }
    try tree.finish()
  }

  /// The chunk that goes into the tree next; `nil` after the last one.
  private func next(of belt: Gate<Belt>) -> Chunk? {
    belt.wait { belt -> Chunk?? in
      if belt.failure != nil { return .some(nil) }
      if !belt.full.isEmpty { return belt.full.removeFirst() }
      return belt.isMerged ? .some(nil) : nil
    }
  }

  /// What the other thread does.
  private func merge(_ belt: Gate<Belt>) {
    do {
      var chunk = try spare(of: belt)
      try KeyMerge.forEach(belt.change(wake: false) { belt in belt.runs }) { key, texts in
        chunk.entries.append(write(chunk.memory, key, texts))
        guard chunk.entries.count == IndexLoad.size else { return }
        belt.change { [chunk] belt in belt.full.append(chunk) }
        chunk = try spare(of: belt)
      }
      belt.change { [chunk] belt in
        belt.full.append(chunk)
        belt.isMerged = true
      }
    } catch {
      belt.change { belt in belt.failure = belt.failure ?? error }
    }
  }

  /// An empty chunk; ends the merging when the other thread failed.
  private func spare(of belt: Gate<Belt>) throws -> Chunk {
    let chunk = try belt.wait { belt -> Result<Chunk, any Error>? in
      if let failure = belt.failure { return .failure(failure) }
      return belt.spare.popLast().map { .success($0) }
    }.get()
    chunk.memory.clear()
    chunk.entries.removeAll(keepingCapacity: true)
    return chunk
  }
}
