import ViewStore
import Views
import Vocabulary

/// Pairs of accounts for a person to decide on, and decisions that cannot all hold, ready to be drawn.
struct PairPicture {
  let reading: PairReading
  /// The name of the log.
  let origin: String
  /// Whether pairs were asked for, or only decisions that cannot all hold.
  let isSuggesting: Bool
  /// The least score that was asked for.
  let least: Int

  /// Writes the picture in a format.
  func write(_ format: Format, to output: inout Output) {
    if format != .table, isSuggesting ? reading.pairs.isEmpty : reading.clashes.isEmpty { Silence.note(nothing) }
    switch format {
    case .table: writeText(to: &output)
    case .json: output.write(json.pretty)
    case .jsonl:
      for pair in reading.pairs { output.line(pair.json.line) }
      if !isSuggesting { for clash in reading.clashes { output.line(clash.json.line) } }
    case .csv: writeCSV(to: &output)
    }
  }

  /// What is said when there is no pair, or no clash.
  var nothing: String {
    guard isSuggesting else { return "None: no decision about accounts runs against another." }
    return reading.survey.accounts == 0
      ? "unknown: no evidence. No account of a single incident could be known by then."
      : "None: no undecided pair has \(least) points or more (--least)."
  }

  private func writeCSV(to output: inout Output) {
    guard isSuggesting else {
      output.write(CSV.line(["set_aside", "subject", "object", "against", "apart", "from"]))
      for clash in reading.clashes {
        let (same, apart) = (clash.same, clash.notSame)
        let events = [same.by, same.subject, same.object, apart.by, apart.subject, apart.object]
        output.write(CSV.line(events.map { "#\($0)" }))
      }
      return
    }
    let sides = ["a", "b"].flatMap { side in PairAccount.labels.map { "\(side)_\($0)" } }
    output.write(CSV.line(["score", "view", "a", "b", "for", "against"] + sides))
    for pair in reading.pairs {
      let ends = [pair.earlier, pair.later]
      output.write(
        CSV.line(
          [String(pair.score), pair.view] + ends.map { "#\($0.event)" } + [pair.text(against: false)]
            + [pair.text(against: true)] + ends.flatMap { $0.values }))
    }
  }
}

extension Pair {
  /// The rules of one side with their points: `+3 P1-same-place, +2 P3-same-actor`.
  func text(against: Bool) -> String {
    marks.filter { $0.isAgainst == against }.map { "\($0.signed) \($0.rule.rawValue)" }.joined(separator: ", ")
  }

  /// The two commands of which one decides.
  var commands: [String] {
    ["same", "not-same"].map { "daybook link \($0) '#\(earlier.event)' '#\(later.event)' --reason TEXT" }
  }
}

extension PairMark {
  /// The points with their sign: `+3`, `−1`, `0`.
  var signed: String { points > 0 ? "+\(points)" : points < 0 ? "−\(-points)" : "0" }
}

extension PairAccount {
  /// What ``values`` are called.
  static let labels = ["what", "when", "where", "by", "against", "figures", "origin", "grade", "with"]

  /// What it says, a text for each label; empty where it says nothing.
  var values: [String] {
    let id = place.flatMap { $0 == name ? nil : " (\($0))" } ?? ""
    let vague = precision.flatMap { $0 > 2 ? ", precision \($0)" : nil } ?? ""
    return [
      what.joined(separator: ", "), when, name.map { $0 + id + vague } ?? "", actors.joined(separator: ", "),
      victims.joined(separator: ", "), figures.joined(separator: ", "), source.map { "\($0) (\(root))" } ?? root, grade,
      incident.count > 1 ? LinkEffect.list(incident.filter { $0 != event }) : "",
    ]
  }
}
