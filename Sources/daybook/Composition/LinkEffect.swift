import Views
import Vocabulary

/// What a decision about two events has come to, in sentences.
struct LinkEffect {
  let lines: [String]

  init(_ relation: Link.Content, _ one: UInt64, _ other: UInt64, by link: UInt64, _ facts: References) {
    let clashes = Clash.all(facts)
    switch relation {
    case .same:
      let group = facts.accounts(with: one)
      if group.contains(other) {
        lines = ["One incident now: \(Self.list(group))."]
      } else if let clash = clashes.first(where: { $0.same.by == link }) {
        lines = ["Set aside: " + Self.sentence(clash.notSame) + ". See: daybook link --check"]
      } else {
        lines = []
      }
    case .notSame:
      let aside = clashes.filter { $0.notSame.by == link }
      lines =
        ["Apart: \(Self.list(facts.accounts(with: one))) and \(Self.list(facts.accounts(with: other)))."]
        + aside.map { "This sets aside that " + Self.sentence($0.same) + ". See: daybook link --check" }
    default: lines = []
    }
  }

  /// `#12 says that #3 and #7 are the same`.
  static func sentence(_ stance: Stance) -> String {
    let word = stance.relation == .same ? "are the same" : "are not the same"
    return "#\(stance.by) says that #\(stance.subject) and #\(stance.object) \(word)"
  }

  static func list(_ events: [UInt64]) -> String { events.map { "#\($0)" }.joined(separator: ", ") }
}
