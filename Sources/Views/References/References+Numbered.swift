import Vocabulary

/// Facts whose texts are named by number.
///
/// The numbers are the store's own where it has any; what it has none for is numbered here, below ``NumberedFact/none``, so
/// that the two never meet.
extension References {
  /// The standing facts of a projection about a subject, ordered by the position of their event; of those that are filed by
  /// month only those of some months, `nil` of all.
  func numbered(_ projection: String, _ subject: Subject, months: ClosedRange<Day>?) -> [NumberedFact] {
    guard let found = standing.numbered(projection, subject: subject.text, months: months) else {
      let facts =
        months.map { standing.facts(projection, subject: subject.text, months: $0) }
        ?? standing.facts(projection, subject: subject.text)
      return ordered(facts, \.event).map { number($0) }
    }
    return ordered(found, \.event)
  }

  /// A fact with numbers of our own.
  func number(_ fact: StandingFact) -> NumberedFact {
    NumberedFact(
      event: fact.event, publicFrom: fact.publicFrom, from: fact.fact.from, to: fact.fact.to, body: own(fact.fact.body),
      report: fact.report.map { UInt32($0) }, origin: fact.origin.map { own(Array($0.utf8)) } ?? NumberedFact.none,
      grade: fact.grade)
  }

  private func own(_ text: [UInt8]) -> Int32 { -2 - texts.number(TextKey(bytes: text)) }

  /// The text behind a number.
  func text(_ number: Int32) -> [UInt8] { number < 0 ? texts[-2 - number].bytes : standing.text(number: number) }

  /// What the root of a fact follows from.
  func said(_ fact: NumberedFact) -> SaidKey {
    let isAlone = fact.report == nil && fact.origin == NumberedFact.none
    return SaidKey(position: isAlone ? UInt32(fact.event) : fact.report ?? .max, origin: isAlone ? .min : fact.origin)
  }
}

/// What the root of a fact follows from, by number: the report and the end of the chain, else the event itself.
struct SaidKey: Hashable {
  private let bits: UInt64

  /// - Parameters:
  ///   - position: of the report, the greatest number for none; of the event when the origin is the least number.
  ///   - origin: the number of the text, or ``NumberedFact/none``.
  init(position: UInt32, origin: Int32) { bits = UInt64(position) << 32 | UInt64(UInt32(bitPattern: origin)) }

  var position: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  var origin: Int32 { Int32(truncatingIfNeeded: bits) }

  /// Whether the event stands for itself.
  var isAlone: Bool { origin == .min }
  /// Whether it was read in a report.
  var isInReport: Bool { !isAlone && position != .max }
}

/// Values by number, of both kinds of numbers.
struct ByNumber<Value> {
  private var ofStore: [Value?] = []
  private var own: [Value?] = []

  subscript(_ number: Int32) -> Value? {
    get {
      let place = Int(number < 0 ? -2 - number : number)
      return number < 0 ? (place < own.count ? own[place] : nil) : place < ofStore.count ? ofStore[place] : nil
    }
    set {
      let place = Int(number < 0 ? -2 - number : number)
      if number < 0 {
        while own.count <= place { own.append(nil) }
        own[place] = newValue
      } else {
        while ofStore.count <= place { ofStore.append(nil) }
        ofStore[place] = newValue
      }
    }
  }
}
