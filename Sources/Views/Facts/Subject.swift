/// Whom or what a fact is about, written the same way by the maps and by those who look facts up.
///
/// Its text is the `subject` column of `views.sqlite`: `#12` (an event), `report:12` (something about an event), `ML0701`
/// (a bare id) or `actor:isgs` (an id within a family).
public enum Subject: Hashable, Sendable {
  /// The event at this position.
  case event(UInt64)
  /// What a family of facts says about the event at this position.
  case about(Family, UInt64)
  /// A key or id within a family of facts.
  case named(Family, String)
  /// A key or id by itself.
  case id(String)

  /// The families of subjects; the raw value and a colon begin the text.
  public enum Family: String, Hashable, Sendable {
    case actor, place, child, source, agreement, report, grade, dispute, link, redaction, policy, gazetteer, answer,
      effect
  }

  /// What stands in the `subject` column.
  public var text: String {
    switch self {
    case .event(let position): "#\(position)"
    case .about(let family, let position): "\(family.rawValue):\(position)"
    case .named(let family, let id): family.rawValue + ":" + id
    case .id(let id): id
    }
  }

  /// Stands in memory between a subject and the month of a fact that is filed by it: `ML0701`, U+0001, `2023-08`.
  ///
  /// No text of a leaf holds this byte as it is, for JSON escapes it, and it sorts before every other; so texts made thus
  /// sort as subject and month do.
  static let monthMark: UInt8 = 1

  /// The position behind `#12` or `report:12`; `nil` for a subject that is no event.
  public static func position(_ text: String) -> UInt64? {
    let utf8 = text.utf8
    guard let mark = utf8.lastIndex(where: { $0 == 0x23 || $0 == 0x3A }) else { return nil }
    let digits = utf8[utf8.index(after: mark)...]
    guard !digits.isEmpty, digits.count <= 19 else { return nil }
    var number: UInt64 = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + UInt64(digit - 0x30)
    }
    return number
  }
}
