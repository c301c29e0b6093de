public import Vocabulary

/// A projection that people can ask: facts, and an assessment of the facts about one subject.
///
/// The assessment is a pure function of what stands at (K, P) and of the day asked for. It resolves whatever depends on
/// other events (hierarchies, roots, interests) from `References`, never from the event that stated the fact.
public protocol View: Projection {
  /// What the view answers, one sentence for `daybook view --help`.
  static var summary: String { get }

  /// What a subject of the view is, so that a name people write can be looked up.
  static var subjectKind: SubjectKind { get }

  /// The columns of a row, in the order of its cells.
  static var columns: [Column] { get }

  /// What a table for people shows, in that order: names of columns, and `roots`, `grade`, `disputes`, `redactions` and
  /// `because` of the row. Every other rendering has all of them.
  static var shown: [String] { get }

  /// Which of these a narrow terminal can spare, the first to go first.
  static var spared: [String] { get }

  /// Whether an answer shows less of sexual violence in public than when it is disclosed; it then says at which level.
  static var withholds: Bool { get }

  /// What the SQL view over its facts shows of their bodies; see ``FactColumn``.
  static var factColumns: [FactColumn] { get }

  /// Every rule that can stand in a row, with the sentence that explains it.
  static var rules: [Rule] { get }

  /// Everything that gets a row when nobody names a subject, in the order of its UTF-8 bytes.
  static func subjects(at day: Day, facts: References) -> [String]

  /// The rows about one subject on a day; never empty: without evidence the row says so ("unknown").
  static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row]

  /// The answer about the subjects asked for, or about all of them; see the method of the same name with defaults.
  static func answer(_ subjects: [String]?, at day: Day, facts: References, profile: Profile) -> Answer

  /// Whether the answer is more than the rows of its subjects, so that it cannot be made in parts.
  static var isWhole: Bool { get }

  /// How far a change of one event can reach; a test holds it against comparisons of whole answers.
  static var reach: Reach { get }

  /// The part of the answer in which a row stands, from 0: what a view sets apart stands in a later part.
  static func part(of row: Row) -> Int

  /// The order in which rows are shown: part by part, and within a part as they come.
  static func arrange(_ rows: [Row]) -> [Row]

  /// Whether the order is another one, so that no row can be shown before all are there.
  static var isSorted: Bool { get }

  /// Words that name a subject, of which the nearest is offered for a wrong one; the subjects, unless there are more.
  static func words(at day: Day, facts: References) -> [String]

  /// The subject a person means by a written word, for example a place id for a place name; `nil` when there is none.
  static func subject(written: String, at day: Day, facts: References) -> String?
}

/// What the subjects of a view are.
public enum SubjectKind: Hashable, Sendable {
  /// Places, by id.
  case place
  /// Recorded events, as `#position`.
  case event
  /// Actors, by key.
  case actor
  /// Sources, by key.
  case source
  /// What the view names itself, for example a provision of an agreement; `View.subject` reads what people write.
  case key
}

extension View {
  /// Takes the word as it is.
  public static func subject(written: String, at day: Day, facts: References) -> String? { written }

  /// The subjects.
  public static func words(at day: Day, facts: References) -> [String] { subjects(at: day, facts: facts) }

  /// Nothing that is withheld.
  public static var withholds: Bool { false }

  /// It can be made in parts.
  public static var isWhole: Bool { false }

  /// Nobody knows.
  public static var reach: Reach { .everywhere }

  /// All in one part.
  public static func part(of row: Row) -> Int { 0 }

  /// Part by part.
  public static func arrange(_ rows: [Row]) -> [Row] {
    let parts = rows.map(part)
    let last = parts.max() ?? 0
    if last == 0 { return rows }
    return (0...last).flatMap { part in zip(rows, parts).compactMap { $1 == part ? $0 : nil } }
  }

  /// Part by part.
  public static var isSorted: Bool { false }

  /// The answer about everyone the view knows at that time.
  public static func answer(at day: Day, facts: References, profile: Profile) -> Answer {
    answer(nil, at: day, facts: facts, profile: profile)
  }

  /// The answer about the subjects asked for, or about all of them.
  ///
  /// - Parameters:
  ///   - subjects: who is asked about; `nil` means everyone the view knows at that time.
  ///   - day: valid time, T.
  ///   - facts: what stands at the known time asked for; it carries K and P.
  ///   - profile: the rules and thresholds; its id is printed with the answer.
  public static func answer(
    _ subjects: [String]?, at day: Day, facts: References, profile: Profile
  ) -> Answer {
    let asked = subjects ?? Self.subjects(at: day, facts: facts)
    return answer(rows(asked, at: day, facts: facts, profile: profile), at: day, facts: facts, profile: profile)
  }

  /// The rows about some subjects, one after the other.
  public static func rows(_ subjects: [String], at day: Day, facts: References, profile: Profile) -> [Row] {
    subjects.flatMap { assess($0, at: day, facts: facts, profile: profile) }
  }

  /// The answer that has these rows.
  public static func answer(_ rows: [Row], at day: Day, facts: References, profile: Profile) -> Answer {
    Answer(
      view: name, at: day, known: facts.standing.known, published: facts.standing.published, profile: profile.id,
      disclosure: withholds ? facts.disclosure : nil, columns: columns, rows: arrange(rows))
  }
}
