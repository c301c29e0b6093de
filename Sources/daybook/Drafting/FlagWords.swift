import Vocabulary

/// The words behind `daybook append KIND`, told apart: fields of the event, and options of the command.
struct FlagWords {
  /// Fields in the order given, without dashes.
  private(set) var fields: [(flag: String, value: String)] = []
  /// What ArgumentParser shall read.
  private(set) var options: [String] = []

  private static let valued: Set<String> = ["ledger", "patience", "expect", "format"]
  private static let bare: Set<String> = ["dry-run", "template", "edit", "full", "help"]

  init(_ words: some Sequence<String>, _ kind: Kind) throws(Complaint) {
    var words = Array(words)[...]
    while let word = words.popFirst() {
      if word == "-h" { options.append("--help") }
      guard word.hasPrefix("--"), word.count > 2 else {
        if word == "-h" { continue }
        throw Complaint(
          .usage,
          "'\(word)': a value without a field\nFields are written --FIELD VALUE: daybook append \(kind.rawValue) --help"
        )
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let flag = String(parts[0])
      if Self.bare.contains(flag) {
        options.append(word)
      } else if parts.count == 2 {
        take(flag, String(parts[1]))
      } else if Self.isTruth(flag, kind), words.first?.hasPrefix("--") ?? true {
        take(flag, "true")
      } else if let value = words.popFirst() {
        take(flag, value)
      } else {
        throw Complaint(.usage, "--\(flag): the value is missing")
      }
    }
  }

  private mutating func take(_ flag: String, _ value: String) {
    if Self.valued.contains(flag) { options += ["--\(flag)", value] } else { fields.append((flag, value)) }
  }

  private static func isTruth(_ flag: String, _ kind: Kind) -> Bool {
    if case .boolean? = FlagPath.find(flag, in: kind)?.type { true } else { false }
  }
}
