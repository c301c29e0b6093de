/// The base letters of Latin characters with marks, by code point.
///
/// Unicode's decompositions (UnicodeData.txt), with what they leave undecomposed written as it is commonly spelled:
/// `ø` o, `ß` ss, `ŋ` n, and the hooked letters of Fulfulde, Hausa and Bambara (`ɓ` b, `ɗ` d, `ƴ` y, `ɛ` e, `ɔ` o, `ɲ` n).
enum LatinLetters {
  /// The base letters in lower case, or `nil` when the scalar is none of Latin-1, Latin Extended-A, Latin Extended-B,
  /// IPA or Latin Extended Additional, or is no letter.
  static func base(of scalar: UInt32) -> StaticString? {
    switch scalar {
    case 0xC0..<0x2B0: marked[Int(scalar - 0xC0)]
    case 0x1E00..<0x1F00: additional[Int(scalar - 0x1E00)]
    default: nil
    }
  }

  /// U+00C0 to U+02AF.
  private static let marked: [StaticString?] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o",
    "o", nil, "o", "u", "u", "u", "u", "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e",
    "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", nil, "o", "u", "u", "u", "u", "y", "th", "y", "a", "a",
    "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", "d", "d", "e", "e", "e", "e", "e", "e", "e",
    "e", "e", "e", "g", "g", "g", "g", "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
    "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", "l", "l", "l", "n", "n", "n",
    "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s",
    "s", "s", "s", "s", "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u",
    "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s", "b", "b", "b", "b", "b", "b", "o", "c", "c", "d",
    "d", "d", "d", "d", "e", "e", "e", "f", "f", "g", "g", "hv", "i", "i", "k", "k", "l", "l", "m", "n", "n", "o",
    "o", "o", "oi", "oi", "p", "p", "r", "s", "s", "s", "s", "t", "t", "t", "t", "u", "u", "u", "v", "y", "y", "z",
    "z", "z", "z", "z", "z", nil, nil, nil, nil, "w", nil, nil, nil, nil, "dz", "dz", "dz", "lj", "lj", "lj", "nj",
    "nj", "nj", "a", "a", "i", "i", "o", "o", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "e", "a", "a", "a",
    "a", "ae", "ae", "g", "g", "g", "g", "k", "k", "o", "o", "o", "o", "z", "z", "j", "dz", "dz", "dz", "g", "g",
    "hv", "w", "n", "n", "a", "a", "ae", "ae", "o", "o", "a", "a", "a", "a", "e", "e", "e", "e", "i", "i", "i", "i",
    "o", "o", "o", "o", "r", "r", "r", "r", "u", "u", "u", "u", "s", "s", "t", "t", "y", "y", "h", "h", "n", "d",
    "ou", "ou", "z", "z", "a", "a", "e", "e", "o", "o", "o", "o", "o", "o", "o", "o", "y", "y", "l", "n", "t", "j",
    "db", "qp", "a", "c", "c", "l", "t", "s", "z", nil, nil, "b", "u", "v", "e", "e", "j", "j", "q", "q", "r", "r",
    "y", "y", "a", "a", "a", "b", "o", "c", "d", "d", "e", "e", nil, "e", "e", nil, nil, nil, "g", "g", nil, "g", nil,
    nil, "h", nil, "i", "i", "i", "l", nil, nil, nil, nil, nil, "m", "n", "n", "n", "o", nil, nil, nil, nil, nil, nil,
    nil, nil, nil, nil, "r", nil, nil, "s", nil, nil, nil, nil, "t", "u", "u", "v", "v", nil, nil, nil, nil, nil, "z",
    nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil,
    nil, nil, nil, nil, nil, nil,
  ]

  /// U+1E00 to U+1EFF.
  private static let additional: [StaticString?] = [
    "a", "a", "b", "b", "b", "b", "b", "b", "c", "c", "d", "d", "d", "d", "d", "d", "d", "d", "d", "d", "e", "e", "e",
    "e", "e", "e", "e", "e", "e", "e", "f", "f", "g", "g", "h", "h", "h", "h", "h", "h", "h", "h", "h", "h", "i", "i",
    "i", "i", "k", "k", "k", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", "l", "m", "m", "m", "m", "m", "m", "n",
    "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o", "o", "o", "o", "o", "p", "p", "p", "p", "r", "r", "r", "r",
    "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", "s", "s", "s", "s", "t", "t", "t", "t", "t", "t", "t", "t", "u",
    "u", "u", "u", "u", "u", "u", "u", "u", "u", "v", "v", "v", "v", "w", "w", "w", "w", "w", "w", "w", "w", "w", "w",
    "x", "x", "x", "x", "y", "y", "z", "z", "z", "z", "z", "z", "h", "t", "w", "y", "a", "s", "s", "s", "ss", "d",
    "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a",
    "a", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "i", "i", "i", "i", "o", "o",
    "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "u",
    "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "y", "y", "y", "y", "y", "y", "y", "y", "ll",
    "ll", "v", "v", "y", "y",
  ]
}
