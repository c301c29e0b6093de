/// One word of a text as a search sees it: folded as names are (``Folding``), in the spellings that people look for.
///
/// What folding does to letters is not enough for running text: a French reader looks for `attaque` where `l’attaque` is
/// written, an Arabic one for `مدينة` where `والمدينة` is, and `lemonde` stands in `www.lemonde.fr`. So a word has, beside
/// the whole of it, the spellings without what leans on it. Both sides of a search are taken apart here and nowhere else.
/// No stems are formed: `attaques` is another word, and `attaq*` finds both.
package struct SearchWord: Hashable, Sendable {
  /// What was taken off the whole word to get a spelling.
  package enum Spelling: Sendable {
    /// Nothing.
    case whole
    /// An elided word before it: `l’attaque`.
    case withoutElision
    /// `’s` behind it.
    case withoutPossessive
    /// All but one part between dots: `lemonde` of `www.lemonde.fr`.
    case part
    /// The Arabic article, with what is written before it in one: `مدينة` of `والمدينة`.
    case withoutArticle
    /// The Arabic `و` (and). It may as well be the first letter of the word, so that whoever asks is not asked for it.
    case withoutConjunction
  }

  /// The whole word, folded.
  package let bytes: [UInt8]
  /// Where apostrophes stood within it.
  private let cuts: [Int]
  /// Where dots stood within it.
  private let dots: [Int]

  /// Calls with every spelling; each is a stretch of the whole word. The first is the whole.
  package func forEachSpelling(_ body: (Spelling, ArraySlice<UInt8>) -> Void) {
    body(.whole, bytes[...])
    var start = 0
    for cut in cuts {
      if SearchWord.elisions.contains(where: { $0.utf8.elementsEqual(bytes[start..<cut]) }) {
        body(.withoutElision, bytes[cut...])
      }
      start = cut
    }
    if let last = cuts.last, bytes[last...].elementsEqual("s".utf8) { body(.withoutPossessive, bytes[..<last]) }
    if !dots.isEmpty {
      for (from, to) in zip([0] + dots, dots + [bytes.count]) where to - from > 1 { body(.part, bytes[from..<to]) }
    }
    if let first = bytes.first, first >= 0xD8, first <= 0xDB { forEachArabicSpelling(body) }
  }

  /// As light stemmers do it: `و` goes when three letters stay, an article when two do. An Arabic letter has two bytes.
  private func forEachArabicSpelling(_ body: (Spelling, ArraySlice<UInt8>) -> Void) {
    var rest = bytes[...]
    if rest.starts(with: "و".utf8), rest.count >= 8 {
      rest = rest.dropFirst(2)
      body(.withoutConjunction, rest)
    }
    for article in SearchWord.articles where rest.starts(with: article.utf8) {
      let word = rest.dropFirst(article.utf8.count)
      if word.count >= 4 { body(.withoutArticle, word) }
      return
    }
  }

  private static let elisions = [
    "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu",
  ]

  private static let articles = ["بال", "كال", "فال", "ال", "لل"]

  /// The words of a text, in order.
  package static func words(of text: String) -> [SearchWord] {
    var words: [SearchWord] = []
    forEach(in: text) { words.append($0) }
    return words
  }

  /// Calls with the words of a text, in order.
  package static func forEach(in text: String, _ body: (SearchWord) -> Void) {
    var bytes: [UInt8] = []
    var cuts: [Int] = []
    var dots: [Int] = []
    func end() {
      while cuts.last == bytes.count { cuts.removeLast() }
      while dots.last == bytes.count { dots.removeLast() }
      if !bytes.isEmpty { body(SearchWord(bytes: bytes, cuts: cuts, dots: dots)) }
      bytes.removeAll(keepingCapacity: true)
      cuts.removeAll(keepingCapacity: true)
      dots.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      switch Folding.kind(of: scalar) {
      case .gap: end()
      case .dot: if !bytes.isEmpty, dots.last != bytes.count { dots.append(bytes.count) }
      case .dropped:
        if isApostrophe(scalar), !bytes.isEmpty, cuts.last != bytes.count { cuts.append(bytes.count) }
      case .letter:
        // A dot between digits parts them, as in folding.
        if dots.last == bytes.count, isDigit(scalar.value), bytes.last.map({ isDigit(UInt32($0)) }) ?? false { end() }
        Folding.append(scalar, to: &bytes)
      }
    }
    end()
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x02BC, 0xFF07: true
    default: false
    }
  }
}
