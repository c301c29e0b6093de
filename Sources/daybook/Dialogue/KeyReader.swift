/// Takes the bytes of a terminal apart into keys: UTF-8, control characters, the sequences of arrow keys, pasted text.
struct KeyReader<Failure: Error> {
  /// The next byte; `nil` when none came within so many milliseconds.
  private let next: (_ milliseconds: Int32?) throws(Failure) -> UInt8?

  /// A key that is a sequence sends its bytes at once; after so long an escape is the key of that name.
  private static var patience: Int32 { 50 }
  /// A paste is not longer than this; what is beyond is dropped.
  private static var longestPaste: Int { 100_000 }

  init(_ next: @escaping (_ milliseconds: Int32?) throws(Failure) -> UInt8?) { self.next = next }

  /// Waits for a key.
  func key() throws(Failure) -> KeyPress {
    guard let byte = try next(nil) else { return .unknown }
    switch byte {
    case 0x0A, 0x0D: return .enter
    case 0x1B: return try sequence()
    case 0..<0x20, 0x7F: return Self.control(byte)
    case 0x20..<0x7F: return .text(String(UnicodeScalar(byte)))
    default: return try letter(byte)
    }
  }

  private static func control(_ byte: UInt8) -> KeyPress {
    switch byte {
    case 0x01: .home
    case 0x02: .left
    case 0x03: .giveUp
    case 0x04: .endOfInput
    case 0x05: .end
    case 0x06: .right
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0B: .eraseRest
    case 0x0C: .redraw
    case 0x10: .previous
    case 0x15: .erase
    case 0x17: .eraseWord
    case 0x1A: .suspend
    default: .unknown
    }
  }

  /// The rest of a letter of several bytes.
  private func letter(_ lead: UInt8) throws(Failure) -> KeyPress {
    let count = lead > 0xF4 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0
    var bytes = [lead]
    for _ in 0..<count {
      guard let byte = try next(Self.patience) else { return .unknown }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self).map(KeyPress.text) ?? .unknown
  }

  /// What follows an escape: `[` or `O`, digits, and a letter or `~` that ends it (ECMA-48).
  private func sequence() throws(Failure) -> KeyPress {
    guard let first = try next(Self.patience), first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else {
      return .unknown
    }
    var digits = ""
    while let byte = try next(Self.patience) {
      guard (0x40...0x7E).contains(byte) else {
        digits.append(Character(UnicodeScalar(byte)))
        continue
      }
      switch (UnicodeScalar(byte), digits) {
      case ("A", _): return .previous
      case ("C", _): return .right
      case ("D", _): return .left
      case ("H", _), ("~", "1"), ("~", "7"): return .home
      case ("F", _), ("~", "4"), ("~", "8"): return .end
      case ("~", "3"): return .delete
      case ("~", "200"): return .text(try pasted())
      default: return .unknown
      }
    }
    return .unknown
  }

  /// Pasted text up to its end mark. It is one answer: line breaks become spaces, other control characters go.
  private func pasted() throws(Failure) -> String {
    let end = Array("\u{1B}[201~".utf8)
    var bytes: [UInt8] = []
    while let byte = try next(1_000), !bytes.suffix(end.count - 1).elementsEqual(end.dropLast()) || byte != end.last {
      if bytes.count < Self.longestPaste + end.count { bytes.append(byte) }
    }
    if bytes.suffix(end.count - 1).elementsEqual(end.dropLast()) { bytes.removeLast(end.count - 1) }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.compactMap { scalar -> UnicodeScalar? in
      if scalar == "\n" || scalar == "\r" || scalar == "\t" { return " " }
      return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? nil : scalar
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
