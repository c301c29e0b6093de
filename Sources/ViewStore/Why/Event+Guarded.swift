internal import Leaf
internal import Ledger
internal import Views
internal import Vocabulary

extension Event {
  /// What it says, in one line; of sexual violence, and of what is said about such an event, only what the level allows.
  func summary(shown disclosure: DisclosureLevel, isGuarded: Bool = false, in ledger: Ledger) -> String {
    guard disclosure == .region else { return summary }
    if kind == .abuse { return isGuarded || isSexualViolence ? summaryWithoutPlace : summary }
    return isGuarded || isAboutSexualViolence(in: ledger) ? withheldSummary : summary
  }

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

  /// What a ledger event does to which events, without its words: `Correct · #267 · words withheld`.
  var withheldSummary: String {
    let targets = refs.compactMap(\.target).map { "#\($0.seq)" }.joined(separator: ", ")
    return kindText.prefix(1).uppercased() + kindText.dropFirst() + " · " + targets + " · words withheld"
  }
}
