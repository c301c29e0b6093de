internal import Views
internal import Vocabulary

/// The answer of a view that is carried along one of the clocks: at each step only what the step can have changed is
/// assessed again.
///
/// The result of a step is what ``Comparison`` finds between the whole answers before and after; a property test compares
/// the two. Memory grows with the answer and with what its assessments looked up.
final class LivingAnswer {
  private let view: any View.Type
  private let day: Day
  private let profile: Profile
  private let disclosure: DisclosureLevel
  private let snapshot: Snapshot
  private let filters: [Question.Filter]
  /// The subjects asked about; `nil` asks about everyone.
  private let asked: [Verbatim]?
  private var subjects: Set<Verbatim> = []
  private var rows: [Verbatim: [Row]] = [:]
  private var dependents = Dependents<Node>()

  /// What is computed: the list of subjects, or the rows about one.
  private enum Node: Hashable {
    case subjects
    case subject(Verbatim)
  }

  /// The answer at the moment that the snapshot shows.
  init(
    _ view: any View.Type, about asked: [String]?, at day: Day, profile: Profile, filters: [Question.Filter],
    disclosure: DisclosureLevel, snapshot: Snapshot
  ) {
    self.disclosure = disclosure
    (self.view, self.day, self.profile, self.filters, self.snapshot) = (view, day, profile, filters, snapshot)
    self.asked = asked.map { $0.map(Verbatim.init) }
    subjects = listed()
    for subject in subjects { rows[subject] = assessed(subject) }
  }

  /// Follows the snapshot, which has moved to the next moment.
  ///
  /// - Parameter touched: at least everything that looks different now.
  /// - Returns: what changed in the answer.
  func step(touching touched: Set<FactKey>) throws -> Comparison {
    var again: Set<Verbatim> = []
    var isListed = true
    for node in dependents.touched(by: touched) {
      if case .subject(let subject) = node { again.insert(subject) } else { isListed = false }
    }
    let now = isListed ? subjects : listed()
    again.formUnion(now.subtracting(subjects))
    let gone = subjects.subtracting(now)
    let concerned = again.union(gone)
    let before = concerned.flatMap { rows[$0] ?? [] }
    for subject in gone {
      rows[subject] = nil
      dependents.remove(.subject(subject))
    }
    for subject in again where now.contains(subject) { rows[subject] = assessed(subject) }
    subjects = now
    return try Comparison(from: answer(before), to: answer(concerned.flatMap { rows[$0] ?? [] }))
  }

  /// Whether a change of these can change the answer.
  func dependsOn(_ keys: Set<FactKey>) -> Bool { !dependents.touched(by: keys).isEmpty }

  private func listed() -> Set<Verbatim> {
    if let asked { return Set(asked) }
    let traced = TracedFacts(snapshot)
    let found = view.subjects(at: day, facts: References(traced, disclosure: disclosure))
    dependents.set(.subjects, traced.reads)
    return Set(found.map(Verbatim.init))
  }

  private func assessed(_ subject: Verbatim) -> [Row] {
    let traced = TracedFacts(snapshot)
    let found = view.assess(subject.text, at: day, facts: References(traced, disclosure: disclosure), profile: profile)
    dependents.set(.subject(subject), traced.reads)
    return found
  }

  /// Rows in the order of their keys; one that two subjects share stands there once.
  private static func sorted(_ rows: [Row]) -> [Row] {
    var sorted: [Row] = []
    for row in rows.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    where !(sorted.last.map { $0.key.utf8.elementsEqual(row.key.utf8) } ?? false) { sorted.append(row) }
    return sorted
  }

  /// Some rows in the order of their keys, as an answer that can be compared.
  private func answer(_ rows: [Row]) throws -> Answer {
    var answer = Answer(
      view: view.name, at: day, known: snapshot.known, published: snapshot.published, profile: profile.id,
      columns: view.columns, rows: LivingAnswer.sorted(rows))
    for filter in filters { try answer.keep(filter) }
    return answer
  }
}
