/// Names brought to one spelling, so that a name is found however it was typed.
///
/// Two names fold alike when they differ only in case, in Latin marks (`Ménaka`, `MENAKA`), in Arabic tatweel, harakat,
/// the forms of alef, ta marbuta and alef maqsura, in punctuation (`Al-Qaida`, `al qaida`, `Jama'at`, `J.N.I.M.`) or in
/// spaces. Composed and decomposed forms (NFC, NFD) fold alike. Folding is for finding only: the name as written is kept.
public enum Folding {
  /// The folded name as UTF-8, for comparing and as a key.
  public static func fold(_ name: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.utf8.count)
    var wantsSpace = false
    var dotAfterDigit = false
    for scalar in name.unicodeScalars {
      switch kind(of: scalar) {
      case .dropped: continue
      case .dot:
        // A dot between digits parts them (1.2); elsewhere it only abbreviates (J.N.I.M.).
        dotAfterDigit = folded.last.map { (0x30...0x39).contains($0) } ?? false
      case .gap:
        wantsSpace = true
      case .letter:
        let isDigit = (0x30...0x39).contains(scalar.value)
        if (wantsSpace || (dotAfterDigit && isDigit)) && !folded.isEmpty { folded.append(0x20) }
        wantsSpace = false
        dotAfterDigit = false
        append(scalar, to: &folded)
      }
    }
    return folded
  }

  /// The folded name as text.
  public static func text(_ name: String) -> String { String(decoding: fold(name), as: UTF8.self) }

  /// What a scalar does to a name.
  enum Role { case letter, gap, dot, dropped }

  /// What a scalar does to a name.
  static func kind(of scalar: Unicode.Scalar) -> Role {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .letter
    case 0x2E: return .dot
    // Apostrophes of every kind, and the marks that transliterations put for hamza and ayn.
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x02B9...0x02BF, 0x02C8, 0x05F3, 0xFF07: return .dropped
    // Tatweel, harakat and other marks over Arabic letters.
    case 0x0640, 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06ED:
      return .dropped
    case 0...0x7F: return .gap
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return .letter
    case .nonspacingMark, .enclosingMark, .spacingMark, .format: return .dropped
    default: return .gap
    }
  }

  /// Adds a letter, folded.
  static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A: folded.append(UInt8(scalar.value) + 0x20)
    case 0...0x7F: folded.append(UInt8(scalar.value))
    default:
      if let base = LatinLetters.base(of: scalar.value) {
        folded += base.description.utf8
      } else if let letter = Self.letter(scalar.value) {
        folded += UTF8.encode(letter).map { Array($0) } ?? []
      } else {
        folded += scalar.properties.lowercaseMapping.utf8
      }
    }
  }

  /// Letters outside the Latin script that are spelled in several ways.
  private static func letter(_ scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0x0622, 0x0623, 0x0625, 0x0671...0x0673, 0x0675: "ا"
    case 0x0629, 0x06C0...0x06C3, 0x06D5: "ه"
    case 0x0649, 0x0626, 0x06CC, 0x06CD, 0x06D2, 0x06D3: "ي"
    case 0x0624: "و"
    case 0x06A9: "ك"
    case 0x0660...0x0669: Unicode.Scalar(scalar - 0x0660 + 0x30)
    case 0x06F0...0x06F9: Unicode.Scalar(scalar - 0x06F0 + 0x30)
    case 0x0419, 0x0439: "и"
    case 0x0401, 0x0451, 0x0400, 0x0450: "е"
    case 0x0407, 0x0457: "і"
    case 0x040E, 0x045E: "у"
    case 0x0403, 0x0453: "г"
    case 0x040C, 0x045C: "к"
    case 0x040D, 0x045D: "и"
    default: nil
    }
  }
}
