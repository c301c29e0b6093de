/// A set of positions in the log, a bit for each up to the last: asked about every fact of a country, it must not hash.
struct PositionSet {
  private var words: [UInt64] = []

  init(_ positions: some Sequence<UInt64>) {
    for position in positions {
      let place = Int(position / 64)
      if place >= words.count { words += [UInt64](repeating: 0, count: max(place + 1, 2 * words.count) - words.count) }
      words[place] |= 1 << (position % 64)
    }
  }

  func contains(_ position: UInt64) -> Bool {
    let place = Int(position / 64)
    return place < words.count && words[place] >> (position % 64) & 1 == 1
  }
}
