internal import Leaf
internal import Vocabulary

/// Events read and mapped, ready to be written; recycled.
final class Batch {
  private(set) var events: [MappedEvent] = []
  /// How many of `events` are filled.
  private(set) var count = 0
  /// How many leaves could not be read or are of an unknown kind.
  private(set) var skipped: UInt64 = 0
  private var document = Document()

  /// Empties the batch; keeps its memory.
  func clear() {
    count = 0
    skipped = 0
  }

  /// Reads and maps one leaf.
  func append(_ position: UInt64, _ leaf: UnsafeRawBufferPointer) {
    if count == events.count { events.append(MappedEvent()) }
    do {
      try unsafe document.parse(leaf, as: .trusted)
      events[count].read(Event(document), at: position)
      if !events[count].isRecognized { skipped += 1 }
    } catch {
      events[count].skip(position)
      skipped += 1
    }
    count += 1
  }

  /// Gives every event to `body`, in order.
  func forEach(_ body: (borrowing MappedEvent) throws -> Void) rethrows {
    for index in 0..<count { try body(events[index]) }
  }
}
