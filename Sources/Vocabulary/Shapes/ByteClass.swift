/// Classes of ASCII bytes, one bit each, so that a run of bytes is tested with one look-up a byte.
struct ByteClass: OptionSet {
  let rawValue: UInt8

  static let digit = ByteClass(rawValue: 1)
  static let hex = ByteClass(rawValue: 2)
  static let lower = ByteClass(rawValue: 4)
  static let upper = ByteClass(rawValue: 8)
  /// `. _ : / -`
  static let keySign = ByteClass(rawValue: 16)
  /// `. + : / _ -`
  static let wordSign = ByteClass(rawValue: 32)
  /// `_ -`
  static let base64Sign = ByteClass(rawValue: 64)
  /// Printable ASCII without space, quotation mark and backslash.
  static let url = ByteClass(rawValue: 128)

  /// The class of a byte.
  static func of(_ byte: UInt8) -> ByteClass { ByteClass(rawValue: table[Int(byte)]) }

  /// Whether every byte of the range is of one of the classes.
  static func all(_ bytes: Span<UInt8>, _ range: Range<Int>, _ classes: ByteClass) -> Bool {
    for index in range where table[Int(bytes[index])] & classes.rawValue == 0 { return false }
    return true
  }

  /// The classes of all bytes, as a constant, so that nothing is asked or made before it is read; ``made`` says how.
  private static let table: InlineArray<256, UInt8> = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 128, 0, 128, 128, 128, 128, 128, 128, 128, 128, 160, 128, 240, 176, 176,
    131, 131, 131, 131, 131, 131, 131, 131, 131, 131, 176, 128, 128, 128, 128, 128,
    128, 136, 136, 136, 136, 136, 136, 136, 136, 136, 136, 136, 136, 136, 136, 136,
    136, 136, 136, 136, 136, 136, 136, 136, 136, 136, 136, 128, 0, 128, 128, 240,
    128, 134, 134, 134, 134, 134, 134, 132, 132, 132, 132, 132, 132, 132, 132, 132,
    132, 132, 132, 132, 132, 132, 132, 132, 132, 132, 132, 128, 128, 128, 128, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ]

  /// The classes of a byte as they are defined: what the table holds.
  static func made(_ byte: UInt8) -> ByteClass {
    var classes = ByteClass()
    switch byte {
    case 0x30...0x39: classes = [.digit, .hex]
    case 0x61...0x66: classes = [.lower, .hex]
    case 0x67...0x7A: classes = .lower
    case 0x41...0x5A: classes = .upper
    default: break
    }
    if [0x2E, 0x5F, 0x3A, 0x2F, 0x2D].contains(byte) { classes.insert(.keySign) }
    if [0x2E, 0x2B, 0x3A, 0x2F, 0x5F, 0x2D].contains(byte) { classes.insert(.wordSign) }
    if [0x5F, 0x2D].contains(byte) { classes.insert(.base64Sign) }
    if (0x21...0x7E).contains(byte), byte != 0x22, byte != 0x5C { classes.insert(.url) }
    return classes
  }
}
