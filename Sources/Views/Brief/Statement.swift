import Vocabulary

/// One proposition as a brief tells it: in words, with its real strength, other accounts, and what stands against it.
struct Statement {
  /// The event that says it first.
  let head: UInt64
  let kind: Kind
  let leaf: Event
  /// The first day it may be true on, as a number; what has none comes first.
  let order: Int32
  let testimony: Testimony
  let verdict: Verdict
  let scope: BriefScope

  /// The proposition of an event; `nil` when nothing of it stands.
  init?(_ event: UInt64, _ scope: BriefScope) {
    let testimony = Testimony(on: event, scope.facts)
    guard let head = testimony.head, let fact = scope.facts.world(head), let kind = fact.leaf.kind else { return nil }
    self.head = head
    self.kind = kind
    self.testimony = testimony
    self.scope = scope
    leaf = fact.leaf
    order = fact.fact.from?.number ?? .min
    verdict = Verdict(testimony, scope.profile)
  }

  /// How the sources stand to it: single, corroborated, disputed, refuted or relay-only.
  var status: String { verdict.status }

  /// Every event that says so.
  var accounts: [UInt64] { testimony.pro.map(\.event) }

  /// Every event that says otherwise.
  var rivals: [UInt64] { testimony.contra.map(\.event) }

  /// The sentence, with what is said beneath it.
  var sentence: Brief.Sentence {
    Brief.Sentence(prose(head) + ".", strength: strength, accounts, beneath: others + against + departures)
  }

  /// The event in words.
  func prose(_ event: UInt64) -> String {
    guard let fact = scope.facts.world(event) else { return "event #\(event)" }
    return Prose(fact.leaf, scope).text
  }
}

extension Statement {
  /// Accounts that tell it in other words, each wording once.
  private var others: [Brief.Sentence] {
    var told = [Verbatim(prose(head)): [UInt64]()]
    var order: [Verbatim] = []
    for event in accounts where event != head {
      let text = Verbatim(prose(event))
      if told[text] == nil { order.append(text) }
      told[text, default: []].append(event)
    }
    return order.map { Brief.Sentence("Told also so: \($0.text).", told[$0] ?? []) }
  }

  /// What stands against it, each wording once.
  private var against: [Brief.Sentence] {
    var told: [Verbatim: [UInt64]] = [:]
    var order: [Verbatim] = []
    for event in rivals {
      let text = Verbatim(prose(event))
      if told[text] == nil { order.append(text) }
      told[text, default: []].append(event)
    }
    let sides = order.map { text in
      Brief.Sentence(
        "Against it: \(text.text).", strength: scope.strength(of: told[text]?.first ?? head), told[text] ?? [])
    }
    let open = scope.facts.disputes(of: accounts)
    return sides + (open.isEmpty ? [] : [Brief.Sentence("Its record is disputed, and the dispute is open.", open)])
  }
}

extension Statement {
  /// What is said beneath one of its accounts: what stands against it and where it departs from its source.
  func beneath(of event: UInt64) -> [Brief.Sentence] {
    against + departures.filter { $0.notes.first == event }
  }

  /// What is said beneath an incident, whose accounts are fused already.
  var beneathIncident: [Brief.Sentence] { against + departures }
}
