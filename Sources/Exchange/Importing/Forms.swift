/// Texts of the forms that the vocabulary wants, told before a draft is made.
enum Forms {
  /// Whether a text is a decimal number within limits: no exponent, no needless zero before it, at most 18 places.
  static func isDecimal(_ text: some Collection<UInt8>, within limit: Int? = nil) -> Bool {
    var (number, digits, places) = (0, 0, -1)
    var (isFirst, beginsWithZero, isWhole) = (true, false, true)
    for byte in text {
      defer { isFirst = false }
      switch byte {
      case 0x2D where isFirst: continue
      case 0x2E where digits > 0 && places < 0: places = 0
      case 0x30...0x39 where places < 0:
        if digits == 0 { beginsWithZero = byte == 0x30 }
        digits += 1
        number = min(number * 10 + Int(byte - 0x30), 1_000)
      case 0x30...0x39:
        places += 1
        if byte != 0x30 { isWhole = false }
      default: return false
      }
    }
    guard (1...18).contains(digits), digits == 1 || !beginsWithZero, places != 0, places <= 18 else { return false }
    guard let limit else { return true }
    return number < limit || (number == limit && isWhole)
  }

  /// Whether a text is a dotted path as `payload.counts.0.best`.
  static func isPath(_ text: String) -> Bool {
    let steps = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    return (1...16).contains(steps.count)
      && steps.enumerated().allSatisfy { place, step in
        guard let first = step.first, step.count <= 32 else { return false }
        if (0x30...0x39).contains(first) {
          return place > 0 && step.count <= 5 && (first != 0x30 || step.count == 1)
            && step.allSatisfy { (0x30...0x39).contains($0) }
        }
        return !(0x30...0x39).contains(first)
          && step.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
      }
  }
}
