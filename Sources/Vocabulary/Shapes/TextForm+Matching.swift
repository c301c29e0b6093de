extension TextForm {
  /// Whether the text, as UTF-8, is of the form. Allocates nothing.
  ///
  /// Dates are only matched as they are written; whether the day exists is for ``EDTF`` to say.
  func matches(_ text: Span<UInt8>) -> Bool {
    switch self {
    case .key: Self.token(text, most: 96, first: [.lower, .upper, .digit], rest: [.lower, .upper, .digit, .keySign])
    case .word: Self.token(text, most: 64, first: [.lower, .digit], rest: [.lower, .digit, .wordSign])
    case .day: text.count == 10 && Self.isDay(text, 0)
    case .date: Self.isDate(text, 0..<text.count)
    case .edtf: Self.isEDTF(text)
    case .second: Self.isSecond(text)
    case .eventID: text.count == 32 && ByteClass.all(text, 0..<32, .hex)
    case .sha256: text.count == 64 && ByteClass.all(text, 0..<64, .hex)
    case .sha512: text.count == 128 && ByteClass.all(text, 0..<128, .hex)
    case .digest: text.count == 43 && ByteClass.all(text, 0..<43, [.lower, .upper, .digit, .base64Sign])
    case .decimal: Self.isDecimal(text, most: nil)
    case .latitude: Self.isDecimal(text, most: 90)
    case .longitude: Self.isDecimal(text, most: 180)
    case .language: Self.isLanguage(text)
    case .script: text.count == 4 && ByteClass.all(text, 0..<1, .upper) && ByteClass.all(text, 1..<4, .lower)
    case .url: Self.isURL(text)
    case .mediaType: Self.isMediaType(text)
    case .path: Self.isPath(text)
    case .eventName: Self.isEventName(text)
    case .draftID: Self.isName(text) || (text.count == 32 && ByteClass.all(text, 0..<32, .hex))
    }
  }

  private static func token(_ text: Span<UInt8>, most: Int, first: ByteClass, rest: ByteClass) -> Bool {
    (1...most).contains(text.count) && ByteClass.all(text, 0..<1, first) && ByteClass.all(text, 1..<text.count, rest)
  }

  private static func isSecond(_ text: Span<UInt8>) -> Bool {
    guard text.count == 20, isDay(text, 0), text[10] == 0x54, text[13] == 0x3A, text[16] == 0x3A, text[19] == 0x5A,
      let hour = number(text, 11), let minute = number(text, 14), let second = number(text, 17)
    else { return false }
    return hour < 24 && minute < 60 && second < 60
  }

  /// A decimal with at most 18 digits before and after the point; `most` bounds its magnitude.
  private static func isDecimal(_ text: Span<UInt8>, most: Int?) -> Bool {
    var position = text.count > 0 && text[0] == 0x2D ? 1 : 0
    let start = position
    var whole = 0
    while position < text.count, (0x30...0x39).contains(text[position]), position - start < 18 {
      whole = whole * 10 + Int(text[position] - 0x30)
      position += 1
    }
    let digits = position - start
    guard digits > 0, digits == 1 || text[start] != 0x30, most.map({ whole <= $0 }) ?? true else { return false }
    if position == text.count { return true }
    let fraction = position + 1..<text.count
    guard text[position] == 0x2E, (1...18).contains(fraction.count), ByteClass.all(text, fraction, .digit) else {
      return false
    }
    if let most, whole == most {
      for index in fraction where text[index] != 0x30 { return false }
    }
    return true
  }

  private static func isLanguage(_ text: Span<UInt8>) -> Bool {
    var start = 0
    var parts = 0
    for index in 0...text.count where index == text.count || text[index] == 0x2D {
      let allowed: ByteClass = parts == 0 ? .lower : [.lower, .upper, .digit]
      guard (2...(parts == 0 ? 3 : 8)).contains(index - start), ByteClass.all(text, start..<index, allowed) else {
        return false
      }
      parts += 1
      start = index + 1
    }
    return parts <= 5
  }

  private static func isURL(_ text: Span<UInt8>) -> Bool {
    guard let colon = position(of: 0x3A, in: text), (1...32).contains(colon),
      ByteClass.all(text, 0..<1, [.lower, .upper]), (1...2000).contains(text.count - colon - 1)
    else { return false }
    for index in 1..<colon where !ByteClass.all(text, index..<index + 1, [.lower, .upper, .digit]) {
      guard [0x2B, 0x2E, 0x2D].contains(text[index]) else { return false }
    }
    return ByteClass.all(text, colon + 1..<text.count, .url)
  }

  private static func isMediaType(_ text: Span<UInt8>) -> Bool {
    guard let slash = position(of: 0x2F, in: text) else { return false }
    for part in [0..<slash, slash + 1..<text.count] {
      guard (1...64).contains(part.count), ByteClass.all(text, part.prefix(1), [.lower, .digit]) else { return false }
      for index in part where !ByteClass.all(text, index..<index + 1, [.lower, .digit]) {
        guard [0x2B, 0x2E, 0x2D].contains(text[index]) else { return false }
      }
    }
    return true
  }

  /// A path of at most 16 steps: keys, and numbers below 100,000.
  private static func isPath(_ text: Span<UInt8>) -> Bool {
    var start = 0
    var steps = 0
    for index in 0...text.count where index == text.count || text[index] == 0x2E {
      guard start < index else { return false }
      let first = text[start]
      if (0x30...0x39).contains(first) {
        guard steps > 0, index - start <= 5, ByteClass.all(text, start..<index, .digit),
          first != 0x30 || index - start == 1
        else { return false }
      } else {
        guard index - start <= 32, first == 0x5F || (0x61...0x7A).contains(first) else { return false }
        for sign in start..<index where !ByteClass.all(text, sign..<sign + 1, [.lower, .digit]) {
          guard text[sign] == 0x5F else { return false }
        }
      }
      steps += 1
      start = index + 1
    }
    return steps <= 16
  }

  private static func isName(_ text: Span<UInt8>) -> Bool {
    guard (2...65).contains(text.count), text[0] == 0x40 else { return false }
    for index in 1..<text.count where !ByteClass.all(text, index..<index + 1, [.lower, .digit]) {
      guard [0x2F, 0x2E, 0x5F, 0x2D].contains(text[index]) else { return false }
    }
    return true
  }

  private static func isEventName(_ text: Span<UInt8>) -> Bool {
    if text.count > 0, text[0] == 0x23 {
      return (2...16).contains(text.count) && ByteClass.all(text, 1..<text.count, .digit)
        && (text[1] != 0x30 || text.count == 2)
    }
    if text.count == 32 || text.count == 64 { if ByteClass.all(text, 0..<text.count, .hex) { return true } }
    return isName(text)
  }

  static func position(of sign: UInt8, in text: Span<UInt8>) -> Int? {
    for index in text.indices where text[index] == sign { return index }
    return nil
  }

  /// Two digits as a number.
  static func number(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard (0x30...0x39).contains(text[start]), (0x30...0x39).contains(text[start + 1]) else { return nil }
    return Int(text[start] - 0x30) * 10 + Int(text[start + 1] - 0x30)
  }
}
