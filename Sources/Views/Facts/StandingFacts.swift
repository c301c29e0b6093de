public import Vocabulary

/// Everything that stands at one known time, on both readings: ledger position K and publication day P.
///
/// The runner implements it over `views.sqlite`, tests over arrays. What was recorded at or after K, or published after P,
/// is not in it at all. An implementation whose store fails answers with nothing, remembers the error, and its owner asks
/// for it before the answer is shown; the assessments stay pure and do not throw.
public protocol StandingFacts {
  /// K: how many events of the ledger the answer may use; `nil` means all there are.
  var known: UInt64? { get }

  /// P: the last day of publication the answer may use; `nil` means that publication does not matter.
  var published: Day? { get }

  /// The facts about one subject, ordered by the position of their event, then as the event stated them.
  func facts(_ projection: String, subject: String) -> [StandingFact]

  /// The same, but of the facts that began and ended in one month, and are filed apart for it, only those of some months.
  func facts(_ projection: String, subject: String, months: ClosedRange<Day>) -> [StandingFact]

  /// The facts about one subject, or of those that are filed apart for a month only those of some months, with texts by number;
  /// `nil` when the store has no numbers, and whoever asks must number the texts of ``facts(_:subject:)`` himself.
  ///
  /// Numbers are those of ``text(number:)``: not negative, and the same for as long as anything looked up here is remembered.
  func numbered(_ projection: String, subject: String, months: ClosedRange<Day>?) -> [NumberedFact]?

  /// The text behind a number of ``numbered(_:subject:months:)`` or ``lead(ofReport:)``.
  func text(number: Int32) -> [UInt8]

  /// The facts about one subject that stood within the known time asked for and do not stand at its end.
  func ended(_ projection: String, subject: String) -> [EndedFact]

  /// What the last standing version of a report says of who says it and what it derives from: the number of a text (see
  /// ``ReportLead/text``), ``NumberedFact/none`` where none stands; `nil` when the store does not keep that apart, and whoever
  /// asks must read the facts about the report.
  func lead(ofReport position: UInt64) -> Int32?

  /// The distinct subjects that begin with the prefix and have a standing fact, in the order of their UTF-8 bytes.
  func subjects(_ projection: String, prefix: String) -> [String]
}

extension StandingFacts {
  /// All of them: whoever asks for some months must not mind the others.
  public func facts(_ projection: String, subject: String, months: ClosedRange<Day>) -> [StandingFact] {
    facts(projection, subject: subject)
  }

  /// No numbers.
  public func numbered(_ projection: String, subject: String, months: ClosedRange<Day>?) -> [NumberedFact]? { nil }

  /// None, where there are no numbers.
  public func text(number: Int32) -> [UInt8] { [] }

  /// Kept nowhere but in the reports.
  public func lead(ofReport position: UInt64) -> Int32? { nil }

  /// All subjects of a projection.
  public func subjects(_ projection: String) -> [String] { subjects(projection, prefix: "") }
}
