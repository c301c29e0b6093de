internal import Views
internal import Vocabulary

/// A snapshot that notes what is looked up in it.
///
/// An assessment is a pure function of what it looks up. So it need not be made again while nothing of that changes,
/// whatever its rules are.
final class TracedFacts: StandingFacts {
  private let snapshot: Snapshot
  private(set) var reads = Reads()

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  var known: UInt64? { snapshot.known }

  var published: Day? { snapshot.published }

  func facts(_ projection: String, subject: String) -> [StandingFact] {
    reads.keys.insert(FactKey(projection: projection, subject: subject))
    return snapshot.facts(projection, subject: subject)
  }

  func facts(_ projection: String, subject: String, months: ClosedRange<Day>) -> [StandingFact] {
    reads.keys.insert(FactKey(projection: projection, subject: subject))
    return snapshot.facts(projection, subject: subject, months: months)
  }

  func ended(_ projection: String, subject: String) -> [EndedFact] {
    reads.keys.insert(FactKey(projection: projection, subject: subject))
    return snapshot.ended(projection, subject: subject)
  }

  func lead(ofReport position: UInt64) -> Int32? {
    reads.keys.insert(FactKey(projection: ReferenceFacts.name, subject: Subject.about(.report, position).text))
    return snapshot.lead(ofReport: position)
  }

  func text(number: Int32) -> [UInt8] { snapshot.text(number: number) }

  func subjects(_ projection: String, prefix: String) -> [String] {
    reads.prefixes.insert(FactKey(projection: projection, subject: prefix))
    return snapshot.subjects(projection, prefix: prefix)
  }
}
