public import TransparencyLog

/// What an append has done; given only after it is durable.
public struct AppendReceipt: Sendable {
  /// A draft that was there already.
  public struct Known: Equatable, Sendable {
    /// Which of the drafts, from 0.
    public var draft: Int
    /// Where it stands since the first time.
    public var position: UInt64
  }

  /// How many drafts there were.
  public private(set) var count = 0
  /// The positions of the new events, in the order of the drafts.
  public private(set) var appended: Range<UInt64>
  /// The drafts that were there already.
  public private(set) var known: [Known] = []
  /// The right edge of the tree after this append.
  private(set) var frontier: Frontier

  init(_ before: Frontier) {
    frontier = before
    appended = before.size..<before.size
  }

  /// How many events the ledger has with the new ones.
  public var size: UInt64 { frontier.size }

  /// The root of the tree with the new ones. Cost: some hundred hashes; nothing is read.
  public var root: Digest { frontier.root }

  /// Where a draft stands, counted from 0 in the order given.
  public func position(ofDraft draft: Int) -> UInt64 {
    precondition(draft < count, "there were \(count) drafts")
    var low = 0
    var high = known.count
    while low < high {
      let middle = (low + high) / 2
      if known[middle].draft < draft { low = middle + 1 } else { high = middle }
    }
    if low < known.count, known[low].draft == draft { return known[low].position }
    return appended.lowerBound + UInt64(draft - low)
  }

  mutating func note(_ position: UInt64, isNew: Bool) {
    if isNew {
      appended = appended.lowerBound..<position + 1
    } else {
      known.append(Known(draft: count, position: position))
    }
    count += 1
  }

  mutating func close(_ after: Frontier) { frontier = after }
}
