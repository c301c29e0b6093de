/// Numbers as SQLite's file format writes them: variable lengths, and integers in as few bytes as hold them.
///
/// [Database File Format](https://www.sqlite.org/fileformat2.html), sections 1.6 and 2.1.
enum Number {
  /// How many bytes the varint of a number takes, 1 to 9.
  static func length(_ value: UInt64) -> Int {
    min(9, max(1, (70 - value.leadingZeroBitCount) / 7))
  }

  /// The serial type of an integer: 8 and 9 are 0 and 1 themselves, 1 to 6 say how wide the value is.
  static func type(_ value: Int64) -> UInt8 {
    switch value {
    case 0: 8
    case 1: 9
    case -0x80...0x7F: 1
    case -0x8000...0x7FFF: 2
    case -0x80_0000...0x7F_FFFF: 3
    case -0x8000_0000...0x7FFF_FFFF: 4
    case -0x8000_0000_0000...0x7FFF_FFFF_FFFF: 5
    default: 6
    }
  }

  /// The serial type of an integer, or of NULL.
  static func type(_ value: Int64?) -> UInt8 { value.map(type) ?? null }

  /// The serial type of NULL.
  static let null: UInt8 = 0

  /// The serial types of the integer 0, and of those that take three and four bytes.
  static let (zero, three, four): (UInt8, UInt8, UInt8) = (8, 3, 4)

  /// The serial type of a text with so many bytes.
  static func type(ofText count: Int) -> UInt64 { UInt64(count) * 2 + 13 }

  /// How many bytes the value of an integer type takes.
  static func width(ofType type: UInt8) -> Int {
    switch type {
    case 1...4: Int(type)
    case 5: 6
    case 6: 8
    default: 0
    }
  }
}

extension Number {
  /// Writes a varint in place and answers how long it is: seven bits a byte, the most significant first; a ninth byte holds
  /// eight.
  @unsafe
  static func put(_ value: UInt64, into bytes: UnsafeMutableRawPointer) -> Int {
    if value < 0x80 {
      unsafe bytes.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
      return 1
    }
    let length = length(value)
    var rest = value
    var last = length - 1
    if length == 9 {
      unsafe bytes.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: 8, as: UInt8.self)
      rest >>= 8
      last = 7
    }
    for place in stride(from: last, through: 0, by: -1) {
      let more: UInt8 = place == length - 1 ? 0 : 0x80
      unsafe bytes.storeBytes(of: UInt8(truncatingIfNeeded: rest) & 0x7F | more, toByteOffset: place, as: UInt8.self)
      rest >>= 7
    }
    return length
  }

  /// A varint.
  static func varint(_ value: UInt64) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 9) { bytes, count in
      guard let start = bytes.baseAddress else { return }
      count = unsafe put(value, into: UnsafeMutableRawPointer(start))
    }
  }

  /// Writes four bytes, the most significant first.
  @unsafe
  static func put32(_ value: UInt32, into bytes: UnsafeMutableRawPointer) {
    unsafe bytes.storeBytes(of: value.bigEndian, as: UInt32.self)
  }
}
