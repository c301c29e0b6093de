public import Ledger
internal import TransparencyLog

extension SQLiteLog {
  public func append<Answer>(
    _ volume: AppendVolume, _ work: (any AppendTransaction) throws(LedgerError) -> Answer
  ) throws(LedgerError) -> Answer {
    guard let writer else { throw .readOnly(path: path) }
    var answer: Result<Answer, LedgerError>?
    withoutActuallyEscaping(work) { work in
      let call = AppendQueue.Call(volume, patience: patience) { transaction in
        do throws(LedgerError) {
          answer = .success(try work(transaction))
          return true
        } catch {
          answer = .failure(error)
          return false
        }
      } fail: {
        answer = .failure($0)
      }
      queue.submit(call) { group in serve(group, writer) }
    }
    guard let answer else { preconditionFailure("every queued call is answered") }
    return try answer.get()
  }

  /// Runs the calls of a group in one transaction and commits it; answers which ones must wait for another attempt.
  private func serve(_ group: [AppendQueue.Call], _ writer: LogWriter) -> [AppendQueue.Call] {
    do throws(LedgerError) {
      try writer.begin(until: group[0].deadline)
    } catch {
      // Who came later than the leader has not waited long enough yet.
      let now = ContinuousClock.now
      let (again, late) =
        if case .busy = error { (group.filter { $0.deadline > now }, group.filter { $0.deadline <= now }) } else {
          ([], group)
        }
      for call in late { call.fail(error) }
      return again
    }
    var standing: [AppendQueue.Call] = []
    var next = group[...]
    do throws(LedgerError) {
      let before = try writer.currentTree()
      var frontier = before
      while let call = next.first {
        // Only then is it answered: when the store fails meanwhile, it is told below.
        let grown = try run(call, after: frontier, writer)
        next.removeFirst()
        guard let grown else { continue }
        frontier = grown
        standing.append(call)
      }
      if frontier.size == before.size {
        writer.rollBack(to: before)
      } else {
        try writer.commit(frontier, since: before.size)
      }
      if group[0].volume == .many { writer.emptyWriteAheadLog() }
    } catch {
      writer.rollBack(to: nil)
      // What was written in vain must not keep a full disk full.
      writer.emptyWriteAheadLog()
      for call in standing + next { call.fail(error) }
    }
    return []
  }

  /// Runs one call; answers the tree with its events, or `nil` when it was refused and nothing of it stays.
  private func run(
    _ call: AppendQueue.Call, after frontier: Frontier, _ writer: LogWriter
  ) throws(LedgerError) -> Frontier? {
    guard call.volume == .many else {
      return try run(call, SQLiteAppend(writer, frontier, batch: writer.scratch, reader: nil))
    }
    let reader = try takeReader()
    defer { giveBack(reader) }
    try writer.prepareForBulk(true)
    defer { try? writer.prepareForBulk(false) }
    return try run(call, SQLiteAppend(writer, frontier, batch: Batch(), reader: reader))
  }

  private func run(_ call: AppendQueue.Call, _ part: SQLiteAppend) throws(LedgerError) -> Frontier? {
    guard call.run(part) else {
      try part.abandon()
      return nil
    }
    try part.finish()
    return part.frontier
  }
}
