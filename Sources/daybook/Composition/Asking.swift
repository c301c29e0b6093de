import Ledger
import ViewStore
import Views
import Vocabulary

/// A view of an open ledger whose facts are up to date, ready to be asked.
struct Asking {
  let view: any View.Type
  let ledger: Ledger
  let views: ViewStore

  /// Finds the view, opens the ledger and follows its log.
  init(_ name: String, _ options: LedgerOptions) throws {
    view = try Self.named(name)
    ledger = try options.open()
    views = try Following.views(of: ledger)
  }

  /// A view of a ledger that is open, and whose views have followed it.
  init(_ view: any View.Type, _ ledger: Ledger, _ views: ViewStore) {
    (self.view, self.ledger, self.views) = (view, ledger, views)
  }

  /// The log behind the views.
  var log: FollowedLedger { FollowedLedger(ledger) }

  /// What withholds events at a level, as the ledger stands now.
  func guarding(_ level: DisclosureLevel) -> EventGuard {
    let views = views
    return EventGuard(level, in: ledger) { References(try views.snapshot()) }
  }

  /// The view of that name; else a complaint with the nearest.
  static func named(_ name: String) throws -> any View.Type {
    if let view = Views.named(name) { return view }
    let names = Views.all.map { $0.name }
    let nearest = Nearest.word(to: name, among: names).map { " Did you mean '\($0)'?" } ?? ""
    throw Complaint(.usage, "there is no view '\(name)'.\(nearest)\nThere are: \(names.joined(separator: ", "))")
  }

  /// The question that the options ask.
  ///
  /// - Parameters:
  ///   - subjects: as written; none asks about everything.
  ///   - filters: each as `column=value`.
  ///   - inside: the place, as written, in which a row must lie.
  func question(
    about subjects: [String] = [], filters: [String] = [], inside: String? = nil, _ times: TimeOptions
  ) throws -> Question {
    var question = Question(
      view.name, filters: try filters.map(filter), inside: try inside.map { try places($0, times) }, at: times.day,
      asOf: times.asOf, publishedBy: times.publishedBy, profile: times.profile,
      disclosure: times.disclosure.level)
    if !subjects.isEmpty { question.subjects = try subjects.flatMap { try meant(by: $0, times) } }
    return question
  }

  /// The earlier known time of a view of changes.
  func since(_ text: String?, _ times: TimeOptions) throws -> Question.Since? {
    guard let text else { return nil }
    guard view == Changes.self else {
      throw Complaint(
        .usage,
        "--since is for the view changes; the view \(view.name) takes --as-of and --published-by.\n"
          + "To compare two times of it: daybook diff \(view.name) --from \(text) --to …")
    }
    guard times.publishedBy != nil, !ClockOptions.isPosition(text) else {
      return .asOf(try ClockOptions.known(text, "--since"))
    }
    return .publishedBy(try ClockOptions.day(text, "--since"))
  }

  /// The subjects that a word means.
  private func meant(by word: String, _ times: TimeOptions) throws -> [String] {
    try all(by: word) { try views.subjects(written: [word], of: view, at: times.day, in: ledger) }
  }

  /// The places that a word after `--in` means.
  private func places(_ word: String, _ times: TimeOptions) throws -> [String] {
    guard view.columns.contains(where: { $0.name == "place" }) else {
      let others = Views.all.filter { view in view.columns.contains { $0.name == "place" } }.map { $0.name }
      throw Complaint(
        .usage,
        "--in: the rows of the view \(view.name) have no place.\nViews whose rows do: \(others.joined(separator: ", "))"
      )
    }
    return try all(by: word) { [try views.place(written: word, at: times.day)] }
  }

  /// Namesakes are all asked about, and that is said. A name that was another's day still tells who is meant when only one
  /// ever had it and that one has an entry for the day.
  private func all(by word: String, _ resolve: () throws -> [String]) throws -> [String] {
    do {
      return try resolve()
    } catch let error as ResolutionError {
      guard case .ambiguous(_, _, let candidates) = error else { throw Self.complaint(error) }
      Descriptor.error.say("daybook: note: \(Self.namesakes(word, candidates))")
      return Set(candidates.map { Verbatim($0.id) }).sorted().map(\.text)
    }
  }

  /// What a name that leads nowhere, or to several entries, says to a person.
  private static func complaint(_ error: ResolutionError) -> Complaint {
    switch error {
    case .unknown(let written, let namespace, let nearest):
      let near = nearest.isEmpty ? "" : "\nNear it are: \(nearest.joined(separator: ", "))"
      return Complaint(.noInput, "there is no \(namespace.rawValue) '\(written)'.\(near)")
    case .ambiguous(let written, _, let candidates):
      return Complaint(.usage, namesakes(written, candidates) + "\nName one of them by its id.")
    case .notThen(let written, let namespace, let day, let candidates):
      return Complaint(
        .noInput,
        "there is no \(namespace.rawValue) '\(written)' on \(day).\nThere is: "
          + candidates.map(\.description).joined(separator: "; "))
    }
  }

  private static func namesakes(_ written: String, _ candidates: [DirectoryEntry]) -> String {
    "'\(written)' means \(candidates.count) things: " + candidates.map(\.description).joined(separator: "; ")
  }

  private func filter(_ text: String) throws -> Question.Filter {
    let names = view.columns.map(\.name)
    guard let equals = text.firstIndex(of: "=") else {
      throw Complaint(
        .usage, "--where: '\(text)' is no filter; write column=value.\nColumns: \(names.joined(separator: ", "))")
    }
    let column = String(text[..<equals])
    guard names.contains(column) else {
      let nearest = Nearest.word(to: column, among: names).map { " Did you mean '\($0)'?" } ?? ""
      throw Complaint(
        .usage,
        "--where: the view \(view.name) has no column '\(column)'.\(nearest)\nColumns: \(names.joined(separator: ", "))"
      )
    }
    return Question.Filter(column: column, value: String(text[text.index(after: equals)...]))
  }
}

extension Asking {
  /// The subject that a row is about, and the key of the row with the subject as the view writes it.
  func subject(of row: String, _ times: TimeOptions) throws -> (subject: String, key: String) {
    do {
      let subject = try only(row, times)
      return (subject, subject)
    } catch let error as ViewStoreError {
      guard case .noSuchSubject = error else { throw error }
      // The name of a subject may have slashes itself, as `@mali/u-moura-crsv` does.
      for slash in row.indices where row[slash] == "/" {
        do {
          let subject = try only(String(row[..<slash]), times)
          return (subject, subject + row[slash...])
        } catch ViewStoreError.noSuchSubject { continue } catch let complaint as Complaint {
          guard complaint.status == .noInput else { throw complaint }
        }
      }
      throw error
    }
  }

  /// The id of the region that a word means.
  func region(_ word: String, on day: Day) throws -> String {
    do { return try views.region(written: word, at: day) } catch let error as ResolutionError {
      throw Self.complaint(error)
    }
  }

  private func only(_ word: String, _ times: TimeOptions) throws -> String {
    do {
      return try views.subjects(written: [word], of: view, at: times.day, in: ledger)[0]
    } catch let error as ResolutionError { throw Self.complaint(error) }
  }
}
