import ViewStore
import Views
import Vocabulary

extension PairPicture {
  /// The pairs side by side, each with its reasons and the commands that decide it; then what cannot all hold.
  func writeText(to output: inout Output) {
    let title =
      isSuggesting ? "Accounts that may tell of one incident; a person decides" : "Decisions that cannot all hold"
    output.line(output.isStyled ? "\u{1b}[1m\(title)\u{1b}[0m" : title)
    for line in Picture.joined(clocks, to: output.width) { output.line(line) }
    output.line("root \(Hex.text(reading.root))")
    for pair in reading.pairs {
      output.line()
      write(pair, to: &output)
      if !output.isWanted { return }
    }
    if isSuggesting { writeSurvey(to: &output) }
    writeClashes(to: &output)
  }

  private var clocks: [String] {
    let count = reading.size == 1 ? "1 event" : "\(Progress.grouped(reading.size)) events"
    let known =
      reading.size == 0
      ? "as of no event yet" : "as of #\(reading.size - 1) (\(reading.known == nil ? "all " : "")\(count))"
    return ["at \(reading.at)", known, reading.published.map { "published by \($0)" } ?? "whenever published"]
  }

  private func write(_ pair: Pair, to output: inout Output) {
    let points = pair.score == 1 ? "1 point" : "\(pair.score) points"
    output.line("\(points): #\(pair.earlier.event) and #\(pair.later.event), \(pair.view)")
    var table = Table("", "#\(pair.earlier.event)", "#\(pair.later.event)")
    for (label, (one, other)) in zip(PairAccount.labels, zip(pair.earlier.values, pair.later.values)) {
      if !one.isEmpty || !other.isEmpty { table.add([label, one, other]) }
    }
    table.write(to: &output)
    var sheet = Sheet()
    sheet.add("for", pair.marks.filter { !$0.isAgainst }.map { "\($0.signed)  \($0.rule.rawValue)" })
    sheet.add("but", pair.marks.filter(\.isAgainst).map { "\($0.signed)  \($0.rule.rawValue)" })
    sheet.write(to: &output)
    for command in pair.commands { output.line("  \(command)") }
  }

  /// How much was looked at, and what was left out.
  private func writeSurvey(to output: inout Output) {
    let survey = reading.survey
    output.line()
    if reading.pairs.isEmpty { output.line(nothing) }
    let all = survey.found == reading.pairs.count ? "" : "; the first \(reading.pairs.count) are shown (--limit)"
    output.line(
      "\(Progress.grouped(UInt64(survey.found))) undecided pairs of at least \(least) points (--least) among "
        + "\(Progress.grouped(UInt64(survey.accounts))) accounts of single incidents\(all).")
    if survey.undated + survey.vague > 0 {
      output.line(
        "Not compared: \(survey.undated) without a date to within a year, \(survey.vague) without a place to within a region."
      )
    }
    if survey.crowded > 0 {
      output.line(
        "\(survey.crowded) times there were more neighbours in one place and time than are looked at; some pairs are missing."
      )
    }
    let rules = Set(reading.pairs.flatMap { $0.marks.map(\.rule) })
    guard !rules.isEmpty else { return }
    output.line()
    var table = Table("Rule", "Says")
    for rule in PairRule.allCases where rules.contains(rule) { table.add([rule.rawValue, rule.sentence]) }
    table.write(to: &output)
  }

  private func writeClashes(to output: inout Output) {
    guard !reading.clashes.isEmpty else {
      if !isSuggesting { output.line("\n\(nothing)") }
      return
    }
    output.line()
    if isSuggesting { output.line("Decisions that cannot all hold:") }
    for clash in reading.clashes {
      output.line(
        "Set aside: \(LinkEffect.sentence(clash.same)), since \(LinkEffect.sentence(clash.notSame)).")
      output.line("  apart stay  \(LinkEffect.list(clash.left))  and  \(LinkEffect.list(clash.right))")
      for stance in [clash.same, clash.notSame] {
        output.line("  daybook append retract --retracts '#\(stance.by)' --reason TEXT")
      }
    }
  }
}
