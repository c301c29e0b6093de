internal import Vocabulary

/// What a person looks for in the texts of events.
///
/// Words in any order, all of which must be there; words between quotation marks in this order; `attaq*` for all that begin
/// so; `-drone` for what must not be there. A word with a hyphen is a sequence of words. Case, marks and the script's variants do
/// not matter, see ``SearchWord``.
public struct SearchQuery: Sendable {
  /// One thing that must be there, or must not: words that follow each other.
  struct Term: Sendable {
    var words: [Word]
    var isExcluded: Bool
  }

  /// One word, in the ways in which it may be written.
  struct Word: Sendable {
    /// Any of these; of each, all spellings must belong to the word of the text.
    var ways: [[[UInt8]]]
    /// Whether the word may go on.
    var isPrefix: Bool
  }

  let terms: [Term]

  /// Reads what a person typed; `nil` when it has no word that must be there.
  public init?(_ text: String) {
    var terms: [Term] = []
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      if first.properties.isWhitespace {
        rest = rest.dropFirst()
        continue
      }
      let isExcluded = first == "-"
      if isExcluded { rest = rest.dropFirst() }
      let written: Substring.UnicodeScalarView
      if let mark = rest.first, SearchQuery.marks.contains(mark) {
        let from = rest.dropFirst()
        let end = from.firstIndex { SearchQuery.marks.contains($0) } ?? from.endIndex
        written = from[..<end]
        rest = end == from.endIndex ? from[end...] : from[end...].dropFirst()
      } else {
        let end = rest.firstIndex { $0.properties.isWhitespace } ?? rest.endIndex
        written = rest[..<end]
        rest = rest[end...]
      }
      var words = SearchWord.words(of: String(written)).map(Word.init)
      if written.last == "*", !words.isEmpty { words[words.count - 1].isPrefix = true }
      if !words.isEmpty { terms.append(Term(words: words, isExcluded: isExcluded)) }
    }
    guard terms.contains(where: { !$0.isExcluded }) else { return nil }
    self.terms = terms
  }

  private static let marks: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]

  /// Whether these texts hold what is looked for: every term in one of them, and no excluded term in any.
  public func matches(_ texts: [String]) -> Bool {
    var found = [Bool](repeating: false, count: terms.count)
    for text in texts {
      let words = SearchWord.words(of: text)
      for (number, term) in terms.enumerated() where !found[number] && term.stands(in: words) {
        if term.isExcluded { return false }
        found[number] = true
      }
    }
    return zip(terms, found).allSatisfy { $0.isExcluded || $1 }
  }

  /// What finds in the index every event that can match, and others.
  ///
  /// Spellings hold letters and digits alone, so none can be taken for syntax.
  var expression: String {
    func text(_ spelling: [UInt8]) -> String { "\"" + String(decoding: spelling, as: UTF8.self) + "\"" }
    let words = terms.filter { !$0.isExcluded }.flatMap(\.words)
    return words.map { word in
      let ways = word.ways.map { way in
        "(" + way.map { text($0) + (word.isPrefix ? "*" : "") }.joined(separator: " AND ") + ")"
      }
      return "(" + ways.joined(separator: " OR ") + ")"
    }.joined(separator: " AND ")
  }
}

extension SearchQuery.Word {
  fileprivate init(_ word: SearchWord) {
    var ways: [[[UInt8]]] = []
    var parts: [[UInt8]] = []
    word.forEachSpelling { spelling, bytes in
      switch spelling {
      case .whole, .withoutElision, .withoutPossessive, .withoutArticle: ways.append([Array(bytes)])
      case .part: parts.append(Array(bytes))
      case .withoutConjunction: break
      }
    }
    if parts.count > 1 { ways.append(parts) }
    self.init(ways: ways, isPrefix: false)
  }

  /// Whether a word of a text is this one.
  fileprivate func isSpelled(by word: SearchWord) -> Bool {
    var spellings: [ArraySlice<UInt8>] = []
    word.forEachSpelling { spellings.append($1) }
    return ways.contains { way in
      way.allSatisfy { wanted in
        spellings.contains { isPrefix ? $0.starts(with: wanted) : $0.elementsEqual(wanted) }
      }
    }
  }
}

extension SearchQuery.Term {
  /// Whether the words stand somewhere in this order.
  fileprivate func stands(in text: [SearchWord]) -> Bool {
    guard text.count >= words.count else { return false }
    return (0...(text.count - words.count)).contains { start in
      words.enumerated().allSatisfy { $1.isSpelled(by: text[start + $0]) }
    }
  }
}
