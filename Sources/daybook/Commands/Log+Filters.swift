import ArgumentParser
import Leaf
import Ledger
import ViewStore
import Views
import Vocabulary

/// The filters of `log`.
struct LogFilters: ParsableArguments {
  @Option(help: ArgumentHelp("Only events of that kind; may be given again.", valueName: "kind"))
  var kind: [String] = []

  @Option(help: ArgumentHelp("Only events at that place or inside it, by id, name or alias.", valueName: "place"))
  var place: String?

  @Option(help: ArgumentHelp("Only events that name that actor, by id, name or alias.", valueName: "actor"))
  var actor: String?

  @Option(help: ArgumentHelp("Only what that source says or relays, by id, name or alias.", valueName: "source"))
  var source: String?

  @Option(
    help: ArgumentHelp("Only what may have been so on that day or later.", valueName: "date"),
    transform: TimeOptions.firstDay)
  var from: Day?

  @Option(
    help: ArgumentHelp("Only what may have been so on that day or before.", valueName: "date"),
    transform: TimeOptions.lastDay)
  var to: Day?

  @Option(
    help: ArgumentHelp(
      "Only events that carry that grade: B2, B, 2, or none; may be given again. Not for better: F and 6 are not the worst.",
      valueName: "grade"))
  var grade: [GradeFilter] = []

  @Option(help: ArgumentHelp("Only events with these words in any of their texts; see above.", valueName: "words"))
  var search: String?

  /// Whether nothing is filtered.
  var isEmpty: Bool {
    kind.isEmpty && place == nil && actor == nil && source == nil && from == nil && to == nil && grade.isEmpty
      && search == nil
  }
}

/// The filters with their names resolved.
final class LogFilter {
  private let ledger: Ledger
  private let filters: LogFilters
  private let kinds: Set<String>
  /// The search for words, if one was asked for.
  let searching: Searching?
  private let place: String?
  private let actor: String?
  private let source: String?
  private let references: References?
  private var sourceOfReport: [UInt64: String] = [:]

  init(_ filters: LogFilters, _ ledger: Ledger) throws {
    self.ledger = ledger
    self.filters = filters
    isEmpty = filters.isEmpty
    kinds = Set(try filters.kind.map(Self.kind))
    searching = try filters.search.map { try Searching($0, in: ledger) }
    let needsNames = filters.place != nil || filters.actor != nil || filters.source != nil
    let views = needsNames ? try Following.views(of: ledger) : nil
    let directory = try views?.directory()
    place = try Self.resolve(filters.place, .place, directory)
    actor = try Self.resolve(filters.actor, .actor, directory)
    source = try Self.resolve(filters.source, .source, directory)
    references = place == nil ? nil : try views.map { References(try $0.snapshot()) }
  }

  /// Whether nothing is filtered.
  let isEmpty: Bool

  /// Whether an event meets all filters.
  func accepts(_ row: EventRow) throws -> Bool {
    let event = row.event
    guard kinds.isEmpty || kinds.contains(event.kindText), isInTime(row), try isAtPlace(row) else { return false }
    if let actor, !Self.mentions(actor, event.document.root, ["actor", "parties", "payload"]) { return false }
    if let source, try !isSaid(by: source, event) { return false }
    if !filters.grade.isEmpty, !filters.grade.contains(where: { $0.accepts(event.grade) }) { return false }
    if let searching { return searching.query.matches(row.withheld.map { [$0.summary] } ?? event.searchableTexts) }
    return true
  }

  /// An event that is withheld is found by what is shown of it: what may not be read may not be asked out either.
  private func isInTime(_ row: EventRow) -> Bool {
    guard filters.from != nil || filters.to != nil else { return true }
    guard let occurred = row.event.occurred else { return false }
    let earliest = row.withheld.map(\.from) ?? occurred.earliest
    let latest = row.withheld.map(\.to) ?? occurred.latest
    if let from = filters.from, let latest, latest < from { return false }
    if let to = filters.to, let earliest, earliest > to { return false }
    return true
  }

  private func isAtPlace(_ row: EventRow) throws -> Bool {
    guard let place else { return true }
    guard let id = row.withheld.map(\.region) ?? row.event.place?.id else { return false }
    let day = row.event.occurred?.latest ?? TimeOptions.today
    return id == place || references?.place(id, liesIn: place, on: day) ?? false
  }

  /// Whether the id stands somewhere under the named members.
  private static func mentions(_ id: String, _ root: Element, _ keys: [String]) -> Bool {
    keys.contains { key in root.member(key).map { holds(id, $0) } ?? false }
  }

  private static func holds(_ id: String, _ element: Element) -> Bool {
    switch element.kind {
    case .string: element.string.map { $0.utf8.elementsEqual(id.utf8) } ?? false
    case .array: element.elements.contains { holds(id, $0) }
    case .object: element.members.contains { holds(id, $0.value) }
    default: false
    }
  }

  private func isSaid(by source: String, _ event: Event) throws -> Bool {
    if Self.mentions(source, event.document.root, ["said", "payload"]) { return true }
    guard let report = event.attribution?.report else { return false }
    let known = try sourceOfReport[report.seq] ?? self.source(of: report.seq)
    sourceOfReport[report.seq] = known
    return known == source
  }

  private func source(of report: UInt64) throws -> String {
    let leaf = try Document(try ledger.leaf(at: report), as: .trusted)
    return leaf.root["payload"]?.member("source")?.string ?? ""
  }

  private static func kind(_ word: String) throws -> String {
    let known = Kind.allCases.map(\.rawValue)
    if known.contains(word) { return word }
    if known.contains("claim." + word) { return "claim." + word }
    let nearest = Nearest.word(to: word, among: known).map { "; did you mean \($0)?" } ?? ""
    throw Complaint(
      .usage, "--kind: '\(word)': there is no such kind\(nearest)\nAllowed: \(known.joined(separator: ", "))")
  }

  private static func resolve(_ written: String?, _ namespace: Namespace, _ directory: FactDirectory?) throws -> String?
  {
    guard let written, let directory else { return nil }
    do throws(ResolutionError) { return try directory.resolve(written, in: namespace) } catch {
      throw Complaint(.badInput, Self.message(error))
    }
  }

  private static func message(_ error: ResolutionError) -> String {
    switch error {
    case .unknown(let written, let namespace, let nearest):
      "--\(namespace.rawValue): '\(written)': no \(namespace.rawValue) has this id, name or alias"
        + (nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?")
    case .ambiguous(let written, let namespace, let candidates),
      .notThen(let written, let namespace, _, let candidates):
      "--\(namespace.rawValue): '\(written)': several entries have this name\n"
        + candidates.map { "  " + $0.description }.joined(separator: "\n")
    }
  }
}
