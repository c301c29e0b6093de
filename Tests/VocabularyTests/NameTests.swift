import Foundation
import Testing
import Vocabulary

@Suite struct `folding` {
  @Test(arguments: [
    ("Ménaka", "menaka"), ("MÉNAKA", "menaka"), ("Me\u{301}naka", "menaka"), ("Al-Qaida", "al qaida"),
    ("al  Qaida", "al qaida"), ("Jama'at Nusrat", "jamaat nusrat"), ("Jamāʿat Nuṣrat", "jamaat nusrat"),
    ("J.N.I.M.", "jnim"), ("Straße", "strasse"), ("Œuvre", "oeuvre"), ("v1.2", "v1 2"), ("ɓaaɗo", "baado"),
    ("ŋgoni", "ngoni"), ("  (Gao) ", "gao"), ("Łódź", "lodz"), ("ÅRHUS", "arhus"), ("İstanbul", "istanbul"),
    ("Йошкар", "йошкар".folded), ("جماعة نصرة الإسلام والمسلمين", "جماعه نصره الاسلام والمسلمين"),
    ("جَمَاعَةُ", "جماعه"), ("إســلام", "اسلام"), ("موسى", "موسي"), ("أحمد", "احمد"), ("آل", "ال"),
    ("ا\u{653}ل", "ال"), ("مؤمن", "مومن"), ("٢٠١٥", "2015"), ("", ""), ("—", ""),
  ])
  func `makes one spelling of many`(_ name: String, _ folded: String) {
    #expect(Folding.text(name) == folded)
  }

  @Test func `does not depend on composition, and folding twice changes nothing`() {
    var checked = 0
    for value in UInt32(0xA0)..<0x2000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a" + String(scalar) + "b"
      let folded = Folding.text(text)
      let apart = Folding.text(text.decomposedStringWithCanonicalMapping)
      // Scripts whose letters are not told apart from their marks by hand are left out.
      guard
        value < 0x0250 || (0x0400..<0x0460).contains(value) || (0x0600..<0x0700).contains(value)
          || value >= 0x1E00 && value < 0x1F00
      else { continue }
      #expect(folded.utf8.elementsEqual(apart.utf8), "U+\(String(value, radix: 16))")
      #expect(Folding.text(folded).utf8.elementsEqual(folded.utf8), "U+\(String(value, radix: 16))")
      checked += 1
    }
    #expect(checked > 1000)
  }

  @Test func `agrees with Foundation on the letters of Western Europe`() {
    for value in UInt32(0xC0)..<0x180 {
      let text = String(Unicode.Scalar(value)!)
      let expected = text.folding(
        options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "en_US"))
      guard expected.allSatisfy(\.isASCII), expected.allSatisfy(\.isLetter) else { continue }
      #expect(Folding.text(text) == expected, "U+\(String(value, radix: 16))")
    }
  }
}

extension String {
  /// What Cyrillic short i folds to, spelled without it.
  fileprivate var folded: String { String(unicodeScalars.map { $0 == "й" ? "и" : Character($0) }) }
}

@Suite struct `the nearest word` {
  @Test(
    arguments: [
      ("drone-stike", "drone-strike"), ("dorne-strike", "drone-strike"), ("Drone Strike", "drone-strike"),
      ("shell", "shelling"), ("amush", "ambush"), ("embuscade", nil), ("xyz", nil), ("", nil),
    ] as [(String, String?)])
  func `is within a third of the letters`(_ wrong: String, _ right: String?) {
    let words = ["battle", "ambush", "drone-strike", "shelling", "ied"]
    #expect(Nearest.word(to: wrong, among: words) == right)
  }

  @Test(arguments: [
    ("", "", 0), ("ca", "abc", 3), ("abc", "acb", 1), ("kitten", "sitting", 3), ("menaka", "menkaa", 1), ("a", "", 1),
  ])
  func `counts changes and swaps`(_ left: String, _ right: String, _ distance: Int) {
    #expect(Nearest.distance(Array(left.utf8), Array(right.utf8), atMost: 9) == distance)
    #expect(Nearest.distance(Array(right.utf8), Array(left.utf8), atMost: 9) == distance)
    if distance > 0 { #expect(Nearest.distance(Array(left.utf8), Array(right.utf8), atMost: distance - 1) == nil) }
  }
}
