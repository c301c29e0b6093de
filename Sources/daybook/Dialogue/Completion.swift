import Vocabulary

/// What Tab makes of what was typed.
struct Completion: Equatable {
  /// The line as it is now.
  var text: String
  /// What it may become, for people, when there are several.
  var choices: [String] = []
  /// What was found, in words.
  var note: String?

  init(_ text: String, choices: [String] = [], note: String? = nil) {
    (self.text, self.choices, self.note) = (text, choices, note)
  }

  /// One thing that may be meant.
  struct Choice: Equatable {
    /// What is written for it.
    var text: String
    /// The words by which it is found.
    var names: [String]
    /// What people are shown.
    var label: String

    init(_ text: String, names: [String] = [], label: String? = nil) {
      (self.text, self.names, self.label) = (text, [text] + names, label ?? text)
    }
  }

  /// Completes a beginning: to the one choice that it begins, else to what all that it begins have in common.
  ///
  /// Beginnings are compared folded (see `Folding`), so that capitals, accents and the forms of alef do not matter.
  static func of(_ written: String, among choices: [Choice]) -> Completion {
    let begin = Folding.fold(written)
    var found: [Choice] = []
    var spellings: [String] = []
    for choice in choices {
      let names = choice.names.filter { Folding.fold($0).starts(with: begin) }
      guard !names.isEmpty else { continue }
      spellings += names
      found.append(choice)
    }
    guard let first = found.first else { return Completion(written) }
    if found.allSatisfy({ $0.text.utf8.elementsEqual(first.text.utf8) }) {
      let labels = found.map(\.label).filter { $0 != first.text }
      return Completion(first.text, note: labels.isEmpty ? nil : labels.joined(separator: "; "))
    }
    return Completion(shared(spellings, beyond: begin) ?? written, choices: found.map(\.label))
  }

  /// The longest beginning that all spellings share, when it is longer than what was typed.
  private static func shared(_ spellings: [String], beyond begin: [UInt8]) -> String? {
    var shared = Substring(spellings[0])
    for other in spellings.dropFirst() {
      let same = zip(shared, other).prefix { Folding.fold(String($0)) == Folding.fold(String($1)) }
      shared = shared.prefix(same.count)
    }
    let folded = Folding.fold(String(shared))
    return folded.count > begin.count && folded.starts(with: begin) ? String(shared) : nil
  }
}
