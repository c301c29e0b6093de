/// Values by position in the log, kept in pieces of 256: what is looked up for every fact of a country must not hash, and few
/// positions have a value.
struct ByPosition<Value> {
  private var pieces: [[Value?]] = []

  subscript(_ position: UInt64) -> Value? {
    get {
      let piece = Int(position >> 8)
      guard piece < pieces.count, !pieces[piece].isEmpty else { return nil }
      return pieces[piece][Int(position & 255)]
    }
    set {
      let piece = Int(position >> 8)
      if piece >= pieces.count {
        pieces += [[Value?]](repeating: [], count: max(piece + 1, 2 * pieces.count) - pieces.count)
      }
      if pieces[piece].isEmpty { pieces[piece] = [Value?](repeating: nil, count: 256) }
      pieces[piece][Int(position & 255)] = newValue
    }
  }
}
