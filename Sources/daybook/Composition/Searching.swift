import Ledger
import ViewStore
import Vocabulary

/// A search for words in a ledger: where the index says that they may be, and every event that it has not seen.
struct Searching {
  let query: SearchQuery
  private let index: SearchIndex
  /// How many events the index covers, from the first.
  private let covered: UInt64

  /// How many seconds to wait for another process that builds the index; reading one by one takes no longer than building.
  private static let patience = 2

  /// Brings the index up to date. Where that cannot be done, what it has not seen is read one by one, and that is said.
  init(_ words: String, in ledger: Ledger) throws {
    guard let query = SearchQuery(words) else {
      throw Complaint(
        .usage,
        "--search: '\(words)': there is no word in it that must be there\n"
          + "Allowed: words in any order, \"words in this order\", begin*, and beside them -without"
      )
    }
    self.query = query
    index = SearchIndex(at: ledger.folder.search)
    let log = FollowedLedger(ledger)
    let size = try ledger.size
    var progress = Progress("events indexed", of: size)
    var reason = "its folder may not be written"
    do {
      covered = try index.follow(log, waiting: Self.patience) { progress.reach($0.done) }
    } catch let error as ViewStoreError {
      reason = error.message
      covered = index.covered(log) ?? 0
    }
    progress.end()
    guard covered < size else { return }
    let count = covered == 0 ? "no event" : "the first \(Progress.grouped(covered)) of \(Progress.grouped(size)) events"
    Descriptor.error.say(
      "daybook: note: the index of words has seen \(count), since \(reason); the others are read one by one")
  }

  /// Gives the positions in a range at which the words may be, in order or backwards; `body` answers whether to go on.
  func forEach(in range: Range<UInt64>, backwards: Bool, _ body: (UInt64) throws -> Bool) throws {
    let end = min(max(covered, range.lowerBound), range.upperBound)
    let (seen, unseen) = (range.lowerBound..<end, end..<range.upperBound)
    var goesOn = true
    func indexed() throws {
      try index.forEach(query, in: seen, backwards: backwards) { position in
        goesOn = try body(position)
        return goesOn
      }
    }
    if backwards {
      for position in unseen.reversed() where !(try body(position)) { return }
      if !seen.isEmpty { try indexed() }
    } else {
      if !seen.isEmpty { try indexed() }
      guard goesOn else { return }
      for position in unseen where !(try body(position)) { return }
    }
  }
}
