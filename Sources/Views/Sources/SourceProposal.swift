import Vocabulary

/// The reliability that the record of a source proposes, in whole numbers.
///
/// Borne out is a proposition of its own that another origin corroborates, and an account it passed on as it was. Not borne
/// out is a proposition that is refuted, and an account it altered. What is contested or has one origin only is neither.
/// With fewer than five to judge by it cannot be judged: F, which is not worse than E. Else the share that was borne out, in
/// hundredths, rounded down: A from 95 on with at least twenty, B from 80, C from 60, D from 40, E below.
struct SourceProposal {
  /// How many were borne out.
  let good: Int
  /// How many could be judged.
  let judged: Int
  /// `A` to `F`.
  let reliability: String
  /// The rule with everything it counted.
  let reason: Reason

  /// Fewer cannot be judged.
  static let least = 5
  /// Completely reliable needs a longer record.
  static let leastForA = 20

  init(_ tally: SourceTally) {
    good = tally.corroborated.count + tally.faithful.count
    judged = good + tally.refuted.count + tally.altered.count
    let share = judged == 0 ? 0 : good * 100 / judged
    reliability =
      if judged < SourceProposal.least {
        "F"
      } else if share >= 95, judged >= SourceProposal.leastForA {
        "A"
      } else if share >= 80 {
        "B"
      } else if share >= 60 {
        "C"
      } else if share >= 40 {
        "D"
      } else {
        "E"
      }
    let events =
      tally.corroborated.flatMap(\.self) + tally.faithful
    let rivals = tally.refuted.flatMap(\.accounts) + tally.altered
    reason = Reason(
      "Q6-proposes-" + reliability, Set(events).sorted(), rivals: Set(rivals).sorted(),
      points: reliability == "F" ? judged : share)
  }

  /// How the proposal stands to the grade that a person gave.
  func status(confirmed: Admiralty?, isSilent: Bool) -> String {
    if isSilent { return "unknown: no evidence" }
    guard let confirmed else { return reliability == "F" ? "too little to judge" : "proposed" }
    let letter = String(decoding: [confirmed.reliability], as: UTF8.self)
    // A record too short to judge by contradicts nobody who knows more.
    if letter == reliability { return "confirmed" }
    return reliability == "F" ? "graded" : "differs"
  }
}

extension References {
  /// The grades that people gave a source: those of every entry of it, in the order of recording.
  func gradings(ofSource key: String) -> [(event: UInt64, grade: Admiralty)] {
    reference(.named(.source, key)).flatMap { entry in
      reference(.grade, entry.event).compactMap { fact in
        fact.leaf.grade.flatMap(Admiralty.init).map { (fact.event, $0) }
      }
    }.sorted { $0.event < $1.event }
  }
}
