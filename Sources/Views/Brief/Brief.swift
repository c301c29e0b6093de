public import Vocabulary

/// A situation report that nobody writes by hand: sections of sentences, each resting on events of the ledger.
///
/// It is composed from the same assessments as the views and from the statements themselves, as they stand at (T, K); the
/// text is the same whenever and wherever it is asked for again. Every sentence names its events, so that whoever renders
/// it can put the source, the place in the report and the proof beneath.
public struct Brief: Hashable, Sendable {
  /// What it is about; `nil` means everything the ledger speaks of.
  public var region: Region?
  /// The first day of the period, valid time.
  public var from: Day
  /// The last day; the pictures are those of this day.
  public var to: Day
  /// The id of the profile that set rules and thresholds.
  public var profile: String
  /// The sections in a fixed order; one without anything says so.
  public var sections: [Section]

  /// A place of the gazetteer with its name on the last day.
  public struct Region: Hashable, Sendable {
    public var id: String
    public var name: String

    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// Sentences under one heading.
  public struct Section: Hashable, Sendable {
    public var heading: String
    public var sentences: [Sentence]
  }

  /// One statement with what it is worth and what it rests on.
  public struct Sentence: Hashable, Sendable {
    /// What is said, one or two sentences.
    public var text: String
    /// How strongly it is said, on how many independent roots and whose, how it is graded and how it stands.
    public var strength: String?
    /// The events it rests on, by position.
    public var notes: [UInt64]
    /// What is said beneath it: other accounts, what stands against it, where a relay departs from its source.
    public var beneath: [Sentence]

    public init(_ text: String, strength: String? = nil, _ notes: [UInt64], beneath: [Sentence] = []) {
      self.text = text
      self.strength = strength
      self.notes = notes
      self.beneath = beneath
    }
  }

  /// Every event that a sentence names, in the order in which they are first named.
  public var events: [UInt64] {
    var seen: Set<UInt64> = []
    func named(_ sentences: [Sentence]) -> [UInt64] {
      sentences.flatMap { $0.notes.filter { seen.insert($0).inserted } + named($0.beneath) }
    }
    return sections.flatMap { named($0.sentences) }
  }
}

extension Brief {
  /// The sections, in their order; a further one is one file and one line here.
  static let parts: [any BriefPart.Type] = [
    ControlPart.self,
    PresencePart.self,
    AttackPart.self,
    AbusePart.self,
    WithdrawalPart.self,
    AgreementPart.self,
    RoutePart.self,
    CallPart.self,
    ActorPart.self,
    AssessmentPart.self,
    ContradictionPart.self,
  ]

  /// Composes the report from what stands at a known time.
  public init(_ scope: BriefScope) {
    self.init(
      region: scope.region, from: scope.from, to: scope.to, profile: scope.profile.id,
      sections: Brief.parts.map { part in
        let sentences = part.sentences(scope)
        return Section(
          heading: part.heading,
          sentences: sentences.isEmpty
            ? [Sentence("Unknown: no evidence in the ledger for this period.", [])] : sentences)
      })
    if let report = scope.report { sections.append(ReportPart.section(on: report, scope)) }
    sections.append(ChangePart.section(scope))
  }
}

/// What writes one section of a brief.
protocol BriefPart: Sendable {
  /// The heading.
  static var heading: String { get }

  /// The sentences; none when nothing is known.
  static func sentences(_ scope: BriefScope) -> [Brief.Sentence]
}
