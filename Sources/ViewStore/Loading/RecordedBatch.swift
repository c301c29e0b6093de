internal import Views
internal import Vocabulary

/// Some consecutive events, each with the rows it is recorded with, as SQLite stores them; made by any thread, recycled.
///
/// Only the public day is missing, since it depends on earlier events.
final class RecordedBatch {
  /// One event and where its rows lie.
  struct Recorded {
    var position: UInt64
    var publicity: Publicity
    /// For a report: the last day on which it can have been published.
    var published: Day?
    /// Where its row of `standing` lies.
    var standing: Range<Int>
    /// Where the four bytes of its public day lie.
    var day: Int
    /// Which of the facts are its own.
    var facts: Range<Int>
  }

  /// What few events have.
  struct Rarity {
    var position: UInt64
    var names: [RecordedName]
    var effects: [(target: UInt64, kind: Effect.Kind)]
  }

  /// What was read.
  struct Content {
    var events: [Recorded] = []
    /// Where their rows of `fact` lie.
    var facts: [Range<Int>] = []
    var rarities: [Rarity] = []
    /// How many leaves could not be read or are of an unknown kind.
    var skipped: UInt64 = 0
    /// The days that the facts speak of.
    var days = SpokenDays()
  }

  /// The rows, one behind the other.
  let memory = RecordMemory(capacity: 1 << 19)
  private(set) var content = Content()

  /// Empties it and lets `body` fill it.
  func refill(_ body: (inout Content, RecordMemory) throws -> Void) rethrows {
    memory.clear()
    // Out of the object while it is filled, so that nothing has to check who else uses it.
    var content = Content()
    swap(&content, &self.content)
    defer { swap(&content, &self.content) }
    content.clear()
    try body(&content, memory)
  }
}

extension RecordedBatch.Content {
  fileprivate mutating func clear() {
    events.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    rarities.removeAll(keepingCapacity: true)
    skipped = 0
    days = SpokenDays()
  }
}
