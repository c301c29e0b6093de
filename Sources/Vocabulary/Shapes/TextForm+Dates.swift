extension TextForm {
  /// `YYYY-MM-DD` from `start` on, with a month of 01 to 12 and a day of 01 to 31.
  static func isDay(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard ByteClass.all(text, start..<start + 4, .digit), text[start + 4] == 0x2D, text[start + 7] == 0x2D,
      let month = number(text, start + 5), let day = number(text, start + 8)
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }

  /// One EDTF date in the range, as ``TextForm/pattern`` has it.
  static func isDate(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    if let last = range.last, [0x7E, 0x3F, 0x25].contains(text[last]) { end = last }
    let start = range.lowerBound
    switch end - start {
    case 4:
      let digits = text[start + 3] != 0x58 ? 4 : text[start + 2] != 0x58 ? 3 : 2
      return ByteClass.all(text, start..<start + digits, .digit)
    case 7:
      guard ByteClass.all(text, start..<start + 4, .digit), text[start + 4] == 0x2D else { return false }
      if isUnspecified(text, start + 5) { return true }
      guard let part = number(text, start + 5) else { return false }
      return (1...12).contains(part) || (21...24).contains(part) || (33...36).contains(part) || (40...41).contains(part)
    case 10:
      if isDay(text, start) { return true }
      guard ByteClass.all(text, start..<start + 4, .digit), text[start + 4] == 0x2D, text[start + 7] == 0x2D,
        isUnspecified(text, start + 8)
      else { return false }
      if isUnspecified(text, start + 5) { return true }
      return number(text, start + 5).map { (1...12).contains($0) } ?? false
    default: return false
    }
  }

  /// A date, or an interval of which at least one end is a date.
  static func isEDTF(_ text: Span<UInt8>) -> Bool {
    guard let slash = position(of: 0x2F, in: text) else { return isDate(text, 0..<text.count) }
    let from = 0..<slash
    let to = slash + 1..<text.count
    if isDate(text, from) { return isDate(text, to) || isLoose(text, to) }
    return isLoose(text, from) && isDate(text, to)
  }

  /// An end that is open (`..`) or unknown (empty).
  private static func isLoose(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.isEmpty || (range.count == 2 && text[range.lowerBound] == 0x2E && text[range.lowerBound + 1] == 0x2E)
  }

  private static func isUnspecified(_ text: Span<UInt8>, _ start: Int) -> Bool {
    text[start] == 0x58 && text[start + 1] == 0x58
  }
}
