import ArgumentParser
import Ledger
import Vocabulary

/// Appends events.
struct AppendCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "append",
    abstract: "Append one event from flags, or many from a file; all or nothing.",
    usage: """
      daybook append KIND --field value …
      daybook append --template KIND
      daybook append --json FILE|-
      """,
    discussion: """
      KIND --help lists the fields of a kind with what is allowed in them; daybook schema lists the kinds.

      At a terminal, what is missing is asked for, with completion of names and words by Tab; the event is shown, and \
      appended when you say so. Elsewhere nothing is ever asked. --edit opens your editor instead.

      A file holds one JSON object a line, a draft each (daybook append --template KIND). Drafts may name each other \
      with @name, and earlier events also as #12. A draft that is there already is not appended twice, so a file can be \
      appended again after an interruption. When one line is refused, nothing is appended.

      Examples:
        daybook append source --key ap --class outlet --name 'Associated Press'
        daybook append attack --help
        daybook append attack
        daybook append attack --place Gao --edit
        daybook append --template attack >> drafts.jsonl
        daybook append --json drafts.jsonl --dry-run
        generate | daybook append --json - --expect 366
      """)

  @OptionGroup var options: AppendOptions

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("The kind, then the fields of one event.", valueName: "kind"))
  var words: [String] = []

  func run(_ output: inout Output) throws {
    guard let first = words.first else {
      guard let json = options.json else {
        if Keyboard.isThere, !options.template { return try run(asking: &output) }
        throw Complaint(.usage, "append what? Name a kind, or a file with --json.\nSee: daybook append --help")
      }
      return try AppendFile(json, options).run(&output)
    }
    if first == "--help" || first == "-h" { throw CleanExit.helpRequest(self) }
    guard !first.hasPrefix("-") else {
      throw Complaint(.usage, "\(first): there is no such option before a kind\nSee: daybook append --help")
    }
    guard options.json == nil else {
      throw Complaint(.usage, "'\(first)': either a kind with its fields or --json FILE, not both")
    }
    let kind = try Self.kind(first)
    let flags = try FlagWords(words.dropFirst(), kind)
    if flags.options.contains("--help") {
      return output.line(KindHelp.text(kind, width: min(output.width ?? 118, 118)))
    }
    try AppendFlags(kind, flags.fields, options.merged(with: try AppendOptions.parse(flags.options))).run(&output)
  }

  /// Asks for the kind, then for its fields.
  private func run(asking output: inout Output) throws {
    let kinds = Kind.allCases.map { Completion.Choice($0.rawValue, label: "\($0.rawValue)  \($0.doc)") }
    do {
      let word = try Keyboard.listen { keyboard in
        try LineReader(keyboard).choose("Append what? A kind (Tab lists them): ", completing: kinds) { !$0.isEmpty }
      }
      try AppendFlags(try Self.kind(word), [], options).run(&output)
    } catch let left as Left { throw left.complaint }
  }

  /// The kind with a name; the claims also without their `claim.`.
  private static func kind(_ word: String) throws(Complaint) -> Kind {
    if let kind = Kind(rawValue: word) ?? Kind(rawValue: "claim." + word) { return kind }
    let kinds = Kind.allCases.map(\.rawValue)
    let nearest = Nearest.word(to: word, among: kinds).map { "; did you mean \($0)?" } ?? ""
    throw Complaint(
      .usage, "'\(word)': there is no such kind\(nearest)\nAllowed: \(kinds.joined(separator: ", "))")
  }
}
