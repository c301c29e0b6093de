/// Numbers for some positions in the log: what is looked up for every fact of a country must take neither long nor much room.
///
/// A table with open addresses. Positions stay below 2^32.
package struct PositionNumbers {
  private static let free = UInt64.max
  /// Each a position and, in the lower half, its number. A power of two, at least twice as many as there are positions.
  private var slots = [UInt64](repeating: free, count: 256)
  private var count = 0

  package init() {}

  /// The number that a position was given last; `nil` while it has none.
  package subscript(_ position: UInt64) -> Int32? {
    let slot = slots[place(of: position)]
    return slot == PositionNumbers.free ? nil : Int32(truncatingIfNeeded: slot)
  }

  /// Gives a position a number.
  package mutating func set(_ position: UInt64, _ number: Int32) {
    precondition(position < UInt64(UInt32.max), "positions stay below 2^32")
    let place = place(of: position)
    if slots[place] == PositionNumbers.free { count += 1 }
    slots[place] = position << 32 | UInt64(UInt32(bitPattern: number))
    if 2 * count > slots.count { grow() }
  }

  /// Where a position stands, or would.
  private func place(of position: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (position &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place] != PositionNumbers.free, slots[place] >> 32 != position { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: PositionNumbers.free, count: 2 * old.count)
    for slot in old where slot != PositionNumbers.free { slots[place(of: slot >> 32)] = slot }
  }
}
