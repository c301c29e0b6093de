/// The id of an event: 16 bytes, given by whoever writes; the key under which a retry is recognised.
public struct EventID: Hashable, Sendable {
  /// The first eight bytes, most significant first.
  public let high: UInt64
  /// The last eight bytes, most significant first.
  public let low: UInt64

  /// The id of 16 bytes, the first being the most significant.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The id of the first 16 bytes; `nil` when there are fewer.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count >= 16 else { return nil }
    high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The id written as 32 lower-case hexadecimal digits.
  public init?(_ text: String) { self.init(utf8: text.utf8Span.span) }

  /// The id whose UTF-8 is 32 lower-case hexadecimal digits.
  public init?(utf8 text: Span<UInt8>) {
    guard text.count == 32, let high = Self.word(text, 0), let low = Self.word(text, 16) else { return nil }
    self.init(high: high, low: low)
  }

  /// The 16 bytes.
  public var bytes: [UInt8] {
    (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> UInt64(56 - $0 % 8 * 8)) }
  }

  private static func word(_ text: Span<UInt8>, _ start: Int) -> UInt64? {
    var word: UInt64 = 0
    for index in start..<start + 16 {
      switch text[index] {
      case 0x30...0x39: word = word << 4 | UInt64(text[index] - 0x30)
      case 0x61...0x66: word = word << 4 | UInt64(text[index] - 0x61 + 10)
      default: return nil
      }
    }
    return word
  }
}

extension EventID: CustomStringConvertible, Comparable {
  /// 32 lower-case hexadecimal digits.
  public var description: String {
    unsafe String(unsafeUninitializedCapacity: 32) { digits in
      for place in 0..<32 {
        let word = place < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * (place & 15))) & 15
        unsafe digits[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      return 32
    }
  }

  /// The order of the bytes; ids that a ledger assigns are ordered by time.
  public static func < (left: EventID, right: EventID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
