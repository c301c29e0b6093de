import ArgumentParser
import Ledger
import ViewStore
import Views
import Vocabulary

/// One decision about two events: a `link` event, appended as `daybook append link` does.
struct LinkDecision {
  private let relation: Link.Content
  private let names: [String]
  private let fields: [(flag: String, value: String)]
  private let options: AppendOptions
  private let writing: WritingOptions

  /// Reads the words of the command: relation, two events, then fields and options.
  ///
  /// - Parameters:
  ///   - writing: options that stood before the words.
  ///   - format: likewise.
  init(_ words: [String], _ writing: WritingOptions, _ format: Format) throws {
    relation = try Self.relation(words[0])
    names = Array(words.dropFirst().prefix { !$0.hasPrefix("--") })
    guard names.count == 2 else {
      throw Complaint(
        .usage,
        "\(words[0]): \(names.count) events named, two are wanted: daybook link \(words[0]) '#12' '#15' --reason TEXT")
    }
    let flags = try FlagWords(words.dropFirst(1 + names.count), .link)
    fields = flags.fields
    var before: [String] = format == .table ? [] : ["--format", format.rawValue]
    if let ledger = writing.options.ledger { before += ["--ledger", ledger] }
    if let patience = writing.patience { before += ["--patience", "\(patience)"] }
    options = try AppendOptions.parse(before + flags.options.filter { $0 != "--help" })
    self.writing = options.writing
    guard fields.contains(where: { $0.flag == "reason" }) else {
      throw Complaint(.usage, "a decision says why: --reason TEXT")
    }
  }

  func run(_ output: inout Output) throws {
    let reader = try writing.options.open()
    let search = EventSearch(reader)
    let (one, other) = (try search.require(names[0]), try search.require(names[1]))
    guard one != other else {
      throw Complaint(.badInput, "'\(names[0])' and '\(names[1])' are one event, #\(one); a link has two")
    }
    try warn(one, other, reader)
    var all: [(flag: String, value: String)] = [
      ("relation", relation.rawValue), ("subject", "#\(one)"), ("object", "#\(other)"),
    ]
    all += fields
    guard let appended = try AppendFlags(.link, all, options).run(&output),
      options.format == .table
    else { return }
    let link = appended.receipt.position(ofDraft: 0)
    let facts = References(try Following.views(of: reader).snapshot())
    for line in LinkEffect(relation, one, other, by: link, facts).lines { output.line(line) }
    output.line("To take it back: daybook append retract --retracts '#\(link)' --reason TEXT")
  }

  /// Says so when no view brings the two together, since their kinds differ.
  private func warn(_ one: UInt64, _ other: UInt64, _ ledger: Ledger) throws {
    guard relation == .same else { return }
    let kinds = try [one, other].map { try EventRow($0, try ledger.leaf(at: $0)).event.kindText }
    if kinds[0] != kinds[1] {
      Descriptor.error.say(
        "daybook: note: #\(one) is of the kind \(kinds[0]) and #\(other) of the kind \(kinds[1]); "
          + "views bring together accounts of one kind only")
    }
  }

  private static func relation(_ word: String) throws(Complaint) -> Link.Content {
    if let relation = Link.Content(rawValue: word) { return relation }
    let known = Link.Content.allCases.map(\.rawValue)
    let nearest = Nearest.word(to: word, among: known).map { "; did you mean \($0)?" } ?? ""
    throw Complaint(
      .usage, "'\(word)': there is no such relation\(nearest)\nAllowed: \(known.joined(separator: ", "))")
  }
}
