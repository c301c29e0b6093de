/// A number for some positions in the log, kept in pieces of 256: what is looked up for every fact of a country must not hash.
struct PositionNumbers {
  private static let unknown = Int32.min
  private var pieces: [[Int32]] = []

  /// The number of a position; `nil` while it has none.
  subscript(_ position: UInt64) -> Int32? {
    get {
      let piece = Int(position >> 8)
      guard piece < pieces.count, !pieces[piece].isEmpty else { return nil }
      let number = pieces[piece][Int(position & 255)]
      return number == PositionNumbers.unknown ? nil : number
    }
    set {
      let piece = Int(position >> 8)
      if piece >= pieces.count {
        pieces += [[Int32]](repeating: [], count: max(piece + 1, 2 * pieces.count) - pieces.count)
      }
      if pieces[piece].isEmpty { pieces[piece] = [Int32](repeating: PositionNumbers.unknown, count: 256) }
      pieces[piece][Int(position & 255)] = newValue ?? PositionNumbers.unknown
    }
  }
}
