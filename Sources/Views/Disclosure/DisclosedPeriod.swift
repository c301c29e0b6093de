package import Vocabulary

/// The period of an account as exactly as it may be shown: for sexual violence the month is the finest in public.
package struct DisclosedPeriod {
  /// As EDTF.
  package let edtf: String?
  /// The first day it can mean.
  package let from: Day?
  /// The last day it can mean.
  package let to: Day?
  /// Whether it is recorded more exactly.
  package let isWithheld: Bool

  init(_ account: Account, isGuarded: Bool) {
    self.init(account.leaf.occurred?.edtf, account.from, account.to, isGuarded: isGuarded)
  }

  /// A period that is recorded so.
  package init(_ recorded: String?, _ begins: Day?, _ ends: Day?, isGuarded: Bool) {
    guard isGuarded else {
      (edtf, from, to, isWithheld) = (recorded, begins, ends, false)
      return
    }
    let (first, last) = (begins?.firstOfMonth, ends?.lastOfMonth)
    (from, to) = (first, last)
    isWithheld = first != begins || last != ends
    let month = (first.map { String($0.description.prefix(7)) }, last.map { String($0.description.prefix(7)) })
    switch month {
    case (nil, nil): edtf = nil
    case (let begin?, let end?) where begin.utf8.elementsEqual(end.utf8): edtf = begin
    case (let begin, let end): edtf = (begin ?? "") + "/" + (end ?? "")
    }
  }
}

extension Day {
  /// The first day of its month.
  var firstOfMonth: Day { advanced(by: 1 - date.day) }

  /// The last day of its month.
  var lastOfMonth: Day { advanced(by: Day.length(ofMonth: date.month, year: date.year) - date.day) }
}

extension References {
  /// Whether a fact shows on a day at this level: sexual violence in public from the first of its month, so that asking day
  /// by day tells no more than the answer does.
  func isShown(_ fact: StandingFact, by day: Day) -> Bool {
    guard let from = fact.fact.from, from > day else { return true }
    return disclosure == .region && from.firstOfMonth <= day && fact.leaf.isSexualViolence
  }
}
