import Vocabulary

/// What became of a call by a day, and who says so.
///
/// The last word that has taken effect counts; until there is one, the call is open. An account of the call itself says a
/// status only when it is another than `open`: a repetition opens nothing again.
struct CallProgress {
  /// Somebody says a status.
  private struct Word {
    let status: String
    let account: Account
    let isAnswer: Bool
  }

  private(set) var status = "open"
  private(set) var since: Day?
  /// The events that say the status, when it was changed; ascending.
  private(set) var changedBy: [UInt64] = []
  /// How many independent origins say the status.
  private(set) var roots = 0
  /// The earliest deadline that an account gives.
  private(set) var deadline: Deadline?
  private(set) var isOverdue = false
  /// Statuses that may have been reached.
  private(set) var possible: [String] = []
  private(set) var byAccount: [String] = []
  private(set) var because: [Reason] = []
  private(set) var against: [Reason] = []
  private(set) var ignored: [Ignored] = []

  init(_ matter: Matter, on day: Day, _ references: References) {
    let words = read(matter)
    weigh(words, matter, on: day, references)
    roots = count(words, matter, references)
    byAccount = words.sorted { ($0.account.order, $0.account.event) < ($1.account.order, $1.account.event) }.map {
      word in
      let when = word.account.leaf.occurred.map { " " + $0.edtf } ?? ""
      return "#\(word.account.event): \(word.status) (\(references.speaker(of: word.account.root))\(when))"
    }
    deadline = matter.accounts.compactMap { $0.call?.deadline.flatMap(Deadline.init) }
      .min { ($0.last ?? Day(number: .max)) < ($1.last ?? Day(number: .max)) }
    if let last = deadline?.last, last < day, status == "open" || status == "accepted" {
      isOverdue = true
      because.append(Reason("K6-deadline-passed", points: Int(day.number - last.number), since: last))
    }
    if !matter.successors.isEmpty { because.append(Reason("K7-replaced", matter.successors)) }
  }

  /// Every word about the status, of accounts and of answers.
  private mutating func read(_ matter: Matter) -> [Word] {
    var words: [Word] = []
    for account in matter.accounts {
      guard let call = account.call, let status = CallProgress.ownStatus(call) else { continue }
      words.append(Word(status: status, account: account, isAnswer: false))
    }
    for account in matter.answers {
      if let status = account.call.flatMap(CallProgress.answeredStatus) {
        words.append(Word(status: status, account: account, isAnswer: true))
      } else {
        ignored.append(Ignored(account.event, "K9-says-no-status"))
      }
    }
    return words
  }

  private mutating func weigh(_ words: [Word], _ matter: Matter, on day: Day, _ references: References) {
    for word in words where !word.account.isEffective(by: day) {
      if !possible.contains(word.status) { possible.append(word.status) }
      because.append(Reason("K5-change-possible", [word.account.event]))
    }
    let effective = words.filter { $0.account.isEffective(by: day) }
    guard let last = effective.max(by: { CallProgress.precedes($0.account, $1.account) }) else {
      since = matter.accounts.compactMap(\.effect).min()
      because.append(Reason("K3-open", matter.accounts.map(\.event).sorted()))
      return
    }
    status = last.status
    let same = effective.filter { $0.status.utf8.elementsEqual(last.status.utf8) }
    since = same.compactMap(\.account.effect).min()
    let events = same.map(\.account.event).sorted()
    changedBy = same.filter(\.isAnswer).map(\.account.event).sorted()
    because.append(Reason("K3-" + status, events))
    for other in effective where !other.status.utf8.elementsEqual(last.status.utf8) {
      if other.account.order == last.account.order {
        against.append(Reason("K4-other-status", [other.account.event]))
      } else {
        ignored.append(Ignored(other.account.event, "K4-earlier-status", cause: last.account.event))
        // What was so again after another status is so since then.
        if let effect = other.account.effect, let first = since, first <= effect {
          since = same.compactMap(\.account.effect).filter { $0 > effect }.min()
        }
      }
    }
  }

  /// How many independent origins say the status: of the accounts, while nobody says another.
  private func count(_ words: [Word], _ matter: Matter, _ references: References) -> Int {
    let behind = Set(because.filter { $0.rule.hasPrefix("K3-") }.flatMap(\.events))
    let known = (matter.accounts + matter.answers).known(references)
    return Set(known.filter { behind.contains($0.event) }.map(\.root)).count
  }

  /// The earlier first; on the same day the worse graded, then the earlier recorded.
  private static func precedes(_ left: Account, _ right: Account) -> Bool {
    (left.order, left.grade.points, left.event) < (right.order, right.grade.points, right.event)
  }

  /// What an account of the call itself says: nothing while it is only open.
  private static func ownStatus(_ call: CallClaim) -> String? {
    if let status = call.status, status != .open { return status.rawValue }
    return call.content == .close ? "closed" : nil
  }

  /// What an answer says: its own word; else an opening accepts and a closing closes; a further call says nothing.
  private static func answeredStatus(_ call: CallClaim) -> String? {
    if let status = call.status, status != .open { return status.rawValue }
    return switch call.content {
    case .open: "accepted"
    case .close: "closed"
    case .recommend, .investigate, .sanction, nil: nil
    }
  }
}
