/// What is wrong with a document, in one place: which field, which value, why, what is allowed, the nearest right word.
public struct Finding: Equatable, Sendable {
  /// The rules a document can break.
  public enum Problem: String, CaseIterable, Sendable {
    /// A mandatory field is not there.
    case missing
    /// A field that the object does not have.
    case unknownField
    /// A value of another JSON type.
    case wrongType
    /// A word that a closed list does not have.
    case notInList
    /// A word that an open list does not have: kept and flagged. A warning.
    case unlisted
    /// A number outside its limits.
    case outOfRange
    /// A text that is not of its form, or an empty one.
    case malformed
    /// A list with too few items.
    case tooFew
    /// A date that no calendar has, or an interval that runs backwards.
    case impossibleDate
    /// Figures of which the least is above the best, or the best above the greatest.
    case figuresOutOfOrder
    /// Header and cells of an imported row differ in length.
    case unequalLength
    /// The report is dated before what it reports began.
    case reportedBeforeItBegan
    /// Digests that are not sorted or stand twice.
    case notSorted
    /// A reference that names its event twice, or not at all.
    case eventNotNamedOnce
    /// Too many or too few references with a relation.
    case wrongTargets
    /// A relation that belongs to another kind.
    case foreignRelation
    /// A name that no entry has.
    case unknownName
    /// A name that several entries have.
    case ambiguousName
    /// A name whose entries do not hold on the day.
    case nameNotThen
    /// An event reference that leads nowhere.
    case unknownEvent
    /// What the ledger must assign, or an id where there is one already.
    case assigned
    /// A leaf of more than 65,535 bytes.
    case tooLong
    /// A correction that does not fit its target.
    case doesNotFit
  }

  /// The field by its dotted path, as `payload.counts.0.best`; empty for the document itself.
  public let path: String
  /// The rule that is broken.
  public let problem: Problem
  /// The value as written, shortened; empty when there is none.
  public let value: String
  /// Why it is refused, when the rule alone does not say.
  public let reason: String
  /// What is allowed.
  public let allowed: String
  /// The nearest right word; `nil` when none is near.
  public let nearest: String?

  public init(
    path: String, problem: Problem, value: String = "", reason: String = "", allowed: String = "",
    nearest: String? = nil
  ) {
    self.path = path
    self.problem = problem
    self.value = value
    self.reason = reason
    self.allowed = allowed
    self.nearest = nearest
  }

  /// Whether the document is kept all the same.
  public var isWarning: Bool { problem == .unlisted }

  /// The finding in one line for people.
  public var message: String { message(at: path) }

  /// The finding in one line, with another name for the place.
  public func message(at path: String) -> String {
    var text = path.isEmpty ? "" : "\(path): "
    if !value.isEmpty { text += "\(value): " }
    text += reason.isEmpty ? problem.words : reason
    if !allowed.isEmpty { text += "; allowed: \(allowed)" }
    if let nearest { text += "; did you mean \(nearest)?" }
    return text
  }
}

extension Finding.Problem {
  /// The rule in words.
  var words: String {
    switch self {
    case .missing: "this field is missing"
    case .unknownField: "there is no such field here"
    case .wrongType: "a value of another type is wanted"
    case .notInList: "not a word of the list"
    case .unlisted: "not a word of the list; kept and flagged"
    case .outOfRange: "outside the limits"
    case .malformed: "not of the right form"
    case .tooFew: "too few items; leave the field out when there is nothing to say"
    case .impossibleDate: "not a date of the calendar"
    case .figuresOutOfOrder: "the figures are out of order"
    case .unequalLength: "header and cells differ in length"
    case .reportedBeforeItBegan: "the report is dated before it began"
    case .notSorted: "digests must be sorted, each once"
    case .eventNotNamedOnce: "the event must be named once"
    case .wrongTargets: "the number of references is wrong"
    case .foreignRelation: "this relation belongs to another kind"
    case .unknownName: "no entry has this name"
    case .ambiguousName: "several entries have this name"
    case .nameNotThen: "no entry of this name holds on the day"
    case .unknownEvent: "no such event"
    case .assigned: "the ledger assigns this"
    case .tooLong: "the leaf is too long"
    case .doesNotFit: "the correction does not fit its target"
    }
  }
}
