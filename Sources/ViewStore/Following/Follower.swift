internal import SQLite

/// Brings an existing file of views up to the size of the log, one transaction a batch.
///
/// The position and the root are written in the same transaction as the facts, so that whoever is killed leaves a
/// consistent prefix.
struct Follower {
  /// Events in one transaction.
  static let batch: UInt64 = 10_000

  let source: StatementSource
  let log: any FollowedLog

  /// Follows until the size that the log has at the beginning.
  ///
  /// - Parameter size: where to stop, at most the size of the log.
  func follow(to size: UInt64, batch: UInt64, progress: (Progress) -> Void) throws {
    let writer = try EventWriter(source, log: log)
    let batchOfEvents = Batch()
    var done = try Followed(source).size
    while done < size {
      let end = min(size, done + batch)
      let root = try log.root(at: end)
      try source.transaction {
        writer.forget()
        let followed = try Followed(source)
        batchOfEvents.clear()
        var next = followed.size
        try unsafe log.read(followed.size..<end) { position, leaf in
          unsafe batchOfEvents.append(position, leaf)
          next = position + 1
          if batchOfEvents.count == 1_000 {
            try batchOfEvents.forEach(writer.write)
            try Followed.add(skipped: batchOfEvents.skipped, source)
            batchOfEvents.clear()
          }
          return true
        }
        try batchOfEvents.forEach(writer.write)
        try Followed.add(skipped: batchOfEvents.skipped, source)
        try Followed.add(writer.takeDays(), source)
        guard next == end || followed.size >= end else { throw LogEnded(expected: end, found: next) }
        if followed.size < end { try Followed.advance(to: end, root: root, source) }
      }
      done = end
      progress(Progress(done: done, total: size))
    }
  }
}

/// The log gave fewer leaves than its size promises.
struct LogEnded: Error, Equatable {
  var expected: UInt64
  var found: UInt64
}
