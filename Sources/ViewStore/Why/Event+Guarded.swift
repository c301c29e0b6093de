internal import Leaf
package import Ledger
package import Views
package import Vocabulary

extension Event {
  /// What it says, in one line; of sexual violence, and of what is said about such an event, only what the level allows.
  package func summary(shown disclosure: DisclosureLevel, isGuarded: Bool = false, in ledger: Ledger) -> String {
    guard disclosure == .region else { return summary }
    return isGuarded || isSexualViolence || isAboutSexualViolence(in: ledger) ? guardedSummary : summary
  }

  /// What may be said of it when it is guarded: of an abuse all but the place and the day, of others whom they are about.
  var guardedSummary: String { kind == .abuse ? summaryWithoutPlace : withheldSummary }

  /// What stands instead of the title of a report in which a guarded event was read.
  package static let withheldTitle = "Report · title withheld"

  /// Whether an event that it corrects, retracts, disputes, grades, redacts or links is sexual violence as recorded.
  ///
  /// Its own words may then name the place: a correction of the place does.
  func isAboutSexualViolence(in ledger: Ledger, depth: Int = 3) -> Bool {
    guard depth > 0, kind.map({ !$0.isAboutTheWorld }) ?? false else { return false }
    return refs.contains { ref in
      guard let target = ref.target, let leaf = try? ledger.leaf(at: target.seq),
        let document = try? Document(leaf, as: .trusted)
      else { return false }
      let event = Event(document)
      return event.isSexualViolence || event.isAboutSexualViolence(in: ledger, depth: depth - 1)
    }
  }

  /// Whether its words must not be shown at the level of the references: it is sexual violence, since a correction if not
  /// as recorded, or is about such an event.
  func isGuarded(at position: UInt64, in ledger: Ledger, _ references: References) -> Bool {
    guard references.disclosure == .region else { return false }
    if isSexualViolence || isAboutSexualViolence(in: ledger) { return true }
    if kind == .abuse { return references.isGuarded(position) }
    guard kind.map({ !$0.isAboutTheWorld }) ?? false else { return false }
    return refs.contains { ref in ref.target.map { references.isGuarded($0.seq) } ?? false }
  }

  /// What a ledger event does to which events, without its words: `Correct · #267 · words withheld`.
  var withheldSummary: String {
    let targets = refs.compactMap(\.target).map { "#\($0.seq)" }.joined(separator: ", ")
    return kindText.prefix(1).uppercased() + kindText.dropFirst() + " · " + targets + " · words withheld"
  }
}
