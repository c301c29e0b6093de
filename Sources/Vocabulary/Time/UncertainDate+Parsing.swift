extension UncertainDate {
  /// Reads one EDTF date.
  ///
  /// - Throws: ``EDTFError`` with the reason, for example that February 2023 has 28 days.
  public init(_ text: String) throws(EDTFError) {
    try self.init(utf8: text.utf8Span.span, text)
  }

  /// Reads one EDTF date from its UTF-8; `text` is only used for the message.
  init(utf8 bytes: Span<UInt8>, _ text: @autoclosure () -> String) throws(EDTFError) {
    var end = bytes.count
    var qualifier = Qualifier.none
    if end > 0, let found = Qualifier(rawValue: bytes[end - 1]), found != .none {
      qualifier = found
      end -= 1
    }
    guard end == 4 || end == 7 || end == 10 else { throw Self.reason(bytes, text()) }
    var position = 0
    if let unit = Self.masked(bytes) {
      guard end == 4 else { throw .notADate(text()) }
      let digits = unit == .decade ? 3 : 2
      guard let head = DateDigits.number(digits, in: bytes, at: &position) else { throw .notADate(text()) }
      self.init(year: head * (unit == .decade ? 10 : 100), month: 0, day: 0, unit: unit, qualifier: qualifier)
      return
    }
    guard let year = DateDigits.number(4, in: bytes, at: &position) else { throw Self.reason(bytes, text()) }
    let month = try Self.part(bytes, &position, end, text)
    let day = try Self.part(bytes, &position, end, text)
    guard position == end else { throw .notADate(text()) }
    try self.init(year, month, day, qualifier, text)
  }

  /// Puts together the parts of a date whose year is written in full, and refuses what no calendar has.
  private init(
    _ year: Int, _ month: Int, _ day: Int, _ qualifier: Qualifier, _ text: () -> String
  ) throws(EDTFError) {
    let open = Int(Self.unspecified)
    let unit: Unit
    switch (month, day) {
    case (0, 0), (open, 0), (open, open): unit = .year
    case (1...12, 0), (1...12, open): unit = .month
    case (21...24, 0), (33...36, 0), (40...41, 0): unit = .season
    case (open, _): throw .notADate(text())
    case (1...12, _):
      let length = Day.length(ofMonth: month, year: year)
      guard (1...length).contains(day) else { throw .noSuchDay(text(), year: year, month: month, length: length) }
      unit = .day
    default: throw .noSuchMonth(text(), month)
    }
    self.init(year: year, month: month, day: day, unit: unit, qualifier: qualifier)
  }

  /// `201X` is a decade and `20XX` a century.
  private static func masked(_ bytes: Span<UInt8>) -> Unit? {
    guard bytes[3] == 0x58 else { return nil }
    return bytes[2] == 0x58 ? .century : .decade
  }

  /// The next `-NN` or `-XX`; 0 when the date ends here.
  private static func part(
    _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, _ text: () -> String
  ) throws(EDTFError) -> Int {
    if position == end { return 0 }
    guard DateDigits.skip(0x2D, in: bytes, at: &position), position + 2 <= end else { throw .notADate(text()) }
    if bytes[position] == 0x58, bytes[position + 1] == 0x58 {
      position += 2
      return Int(unspecified)
    }
    guard let number = DateDigits.number(2, in: bytes, at: &position) else { throw .notADate(text()) }
    // A zero is kept apart from "not given", so that 2023-00 is refused by name.
    return number == 0 ? 100 : number
  }

  /// Why this is no date: a reason better than "not a date" where the writer's intention is clear.
  private static func reason(_ bytes: Span<UInt8>, _ text: String) -> EDTFError {
    for index in bytes.indices {
      switch bytes[index] {
      case 0x54, 0x3A: return .timeOfDay(text)
      case 0x5B, 0x7B: return .unsupported(text, "a set of dates")
      case 0x59 where index == 0: return .unsupported(text, "a year of more than four digits")
      default: continue
      }
    }
    return .notADate(text)
  }
}
