import Vocabulary

/// How a forecast turned out by a day, by the word of events that answer it, and of nothing else.
struct ForecastOutcome {
  /// The outcome, or `disputed`, `horizon-passed` or `open`.
  private(set) var word = "open"
  private(set) var since: Day?
  /// The events that say how it turned out, ascending.
  private(set) var events: [UInt64] = []
  /// How many independent origins they have.
  private(set) var roots = 0
  private(set) var byAccount: [String] = []
  private(set) var because: [Reason] = []
  private(set) var ignored: [Ignored] = []

  init(_ matter: Matter, _ foresight: Foresight, on day: Day, _ references: References) {
    ignored = matter.accounts.filter { account in
      account.assessment?.outcome.map { !ForecastOutcome.isOpen($0) } ?? false
    }
    .map { Ignored($0.event, "F7-own-word-is-no-outcome") }
    byAccount = matter.answers.compactMap { answer in
      answer.assessment?.outcome.map { "#\(answer.event): \($0) (\(references.speaker(of: answer.root)))" }
    }
    if !matter.successors.isEmpty { because.append(Reason("F9-replaced", matter.successors)) }
    let decided = matter.answers.filter { answer in
      answer.assessment?.outcome.map { !ForecastOutcome.isOpen($0) } ?? false
    }
    for answer in decided where !answer.isEffective(by: day) {
      because.append(Reason("F10-outcome-possible", [answer.event]))
    }
    let effective = decided.filter { $0.isEffective(by: day) }
    guard !effective.isEmpty else {
      wait(foresight.horizon, on: day)
      return
    }
    weigh(effective)
    let known = (matter.accounts + matter.answers).known(references)
    let mine = Set(effective.map(\.event))
    let origins = Set(known.filter { mine.contains($0.event) }.map(\.root))
    roots = origins.count
    let forecasters = Set(known.filter { !mine.contains($0.event) }.map(\.root))
    if origins.isSubset(of: forecasters) { because.append(Reason("F6-judged-by-the-forecaster", events)) }
  }

  /// Nobody has said how it turned out.
  private mutating func wait(_ horizon: Deadline?, on day: Day) {
    guard let last = horizon?.last, last < day else { return }
    word = "horizon-passed"
    because.append(Reason("F5-horizon-passed", points: Int(day.number - last.number), since: last))
  }

  /// One outcome when all agree, else they are disputed.
  private mutating func weigh(_ answers: [Account]) {
    events = answers.map(\.event).sorted()
    since = answers.compactMap(\.effect).min()
    var outcomes: [Verbatim: [UInt64]] = [:]
    for answer in answers {
      if let outcome = answer.assessment?.outcome { outcomes[Verbatim(outcome), default: []].append(answer.event) }
    }
    let sorted = outcomes.sorted { $0.value[0] < $1.value[0] }
    guard sorted.count > 1 else {
      word = sorted[0].key.text
      because.append(Reason("F3-outcome", events))
      return
    }
    word = "disputed"
    because.append(
      Reason("F4-outcomes-differ", sorted[0].value.sorted(), rivals: sorted.dropFirst().flatMap(\.value).sorted()))
  }

  private static func isOpen(_ outcome: String) -> Bool { outcome.utf8.elementsEqual("open".utf8) }
}
