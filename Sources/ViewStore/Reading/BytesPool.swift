/// Values made of bytes that come again and again, such as the bodies of facts: each is made once and then shared.
///
/// Only short ones are kept, and only so many; whatever else comes is made anew.
struct BytesPool<Value> {
  private static var longest: Int { 160 }
  private static var limit: Int { 8_192 }

  private let make: ([UInt8]) -> Value
  /// Places in `entries`, by hash; -1 is free. A power of two, at least twice as many as there are entries.
  private var slots = [Int32](repeating: -1, count: 256)
  private var entries: [(bytes: [UInt8], hash: UInt64, value: Value)] = []

  /// - Parameter make: makes a value of its bytes.
  init(_ make: @escaping ([UInt8]) -> Value) { self.make = make }

  /// The value of some bytes.
  @unsafe
  mutating func value(of bytes: UnsafeRawBufferPointer) -> Value {
    guard bytes.count <= Self.longest else { return unsafe make([UInt8](bytes)) }
    let hash = unsafe Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if entries[place].hash == hash, unsafe Self.areEqual(entries[place].bytes, bytes) { return entries[place].value }
      slot = (slot + 1) & (slots.count - 1)
    }
    let known = unsafe [UInt8](bytes)
    let value = make(known)
    guard entries.count < Self.limit else { return value }
    slots[slot] = Int32(entries.count)
    entries.append((known, hash, value))
    if 2 * entries.count > slots.count { grow() }
    return value
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for (place, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place)
    }
  }

  @unsafe
  private static func areEqual(_ known: [UInt8], _ bytes: UnsafeRawBufferPointer) -> Bool {
    known.count == bytes.count && (unsafe known.withUnsafeBytes { unsafe $0.elementsEqual(bytes) })
  }

  /// Mixes eight bytes at a time; the table is thrown away with the answer, and entries are compared, so it need not be strong.
  @unsafe
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at + 8 <= bytes.count {
      hash = unsafe mixed(hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = unsafe rest << 8 | UInt64(bytes[at])
      at += 1
    }
    return mixed(hash ^ rest)
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }
}
