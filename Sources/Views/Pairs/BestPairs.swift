/// The pairs with the highest score among any number: of two incidents only the best pair of their accounts, and never
/// more in memory than are asked for, but for accounts that are linked already.
struct BestPairs {
  struct Entry {
    var score: Int
    var earlier: UInt64
    var later: UInt64
    var marks: [PairMark]
    /// The first accounts of the two incidents.
    var groups: [UInt64]
    /// Whether one of them has other accounts as well.
    var isGrouped: Bool

    /// The higher score first, then the earlier recorded.
    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      (-left.score, left.earlier, left.later) < (-right.score, right.earlier, right.later)
    }
  }

  private let limit: Int
  private var single: [Entry] = []
  private var grouped: [[UInt64]: Entry] = [:]
  private var ungrouped = 0

  init(limit: Int) { self.limit = limit }

  /// How many pairs there were, one for each two incidents.
  var found: Int { ungrouped + grouped.count }

  mutating func add(_ entry: Entry) {
    if entry.isGrouped {
      if let known = grouped[entry.groups], Entry.precedes(known, entry) { return }
      grouped[entry.groups] = entry
      return
    }
    ungrouped += 1
    single.append(entry)
    if single.count >= 2 * limit + 64 { shorten() }
  }

  private mutating func shorten() {
    single.sort(by: Entry.precedes)
    single.removeLast(single.count - limit)
  }

  /// The best, in their order.
  var sorted: [Entry] { Array((single + grouped.values).sorted(by: Entry.precedes).prefix(limit)) }
}
