import ViewStore
import Views
import Vocabulary

/// An explanation as an indented text: the row, then every reason down to the sources, the originals and the leaves.
///
/// An event is told in full where it is named first, and by its position after that.
struct WhyText {
  private let explanation: Explanation
  private let picture: Picture
  private let width: Int?
  private var told: Set<UInt64> = []
  private var lines: [String] = []

  init(_ explanation: Explanation, _ picture: Picture, width: Int?) {
    self.explanation = explanation
    self.picture = picture
    self.width = width
  }

  /// Writes the text.
  mutating func write(to output: inout Output) {
    let row = explanation.row
    picture.writeHead("Why \(picture.answer.view) says so of \(row.key)", to: &output)
    cells(row)
    section("because", row.because)
    section("against", row.against)
    ignored(explanation.told)
    disputes(row.disputes)
    if !row.redactions.isEmpty {
      lines += ["", "redacted"]
      for digest in row.redactions { add("the value committed to by \(digest)", 1) }
    }
    for line in lines { output.line(line) }
  }

  private mutating func cells(_ row: Row) {
    let shown = zip(picture.answer.columns, row.cells).filter { !$0.1.description.isEmpty }
    let names = shown.map { $0.0.title.lowercased() } + ["roots", "grade"]
    let longest = names.map(TextWidth.of).max() ?? 0
    let values = shown.map(\.1.description) + [String(row.roots), row.grade?.description ?? "none"]
    for (name, value) in zip(names, values) {
      hang(name + String(repeating: " ", count: longest - TextWidth.of(name) + 2), value, 0)
    }
  }

  private mutating func section(_ title: String, _ reasons: [Reason]) {
    guard !reasons.isEmpty else { return }
    lines += ["", title]
    for reason in reasons {
      let facts = [reason.measure, list(reason.actors), reason.since.map { "since \($0)" }].compactMap(\.self)
      add(([reason.rule] + facts).joined(separator: "  "), 1)
      if let sentence = explanation.sentences[reason.rule] { add(sentence, 2) }
      for event in reason.events { exhibit(event, 2) }
      if !reason.rivals.isEmpty { add("against", 2) }
      for event in reason.rivals { exhibit(event, 2) }
    }
  }

  private mutating func ignored(_ ignored: [Ignored]) {
    guard !ignored.isEmpty else { return }
    lines += ["", "looked at, and not counted"]
    var rule: String?
    for item in ignored {
      if item.rule != rule {
        let untold = explanation.untold(of: item.rule)
        add(item.rule + (untold == 0 ? "" : "  the newest; --all tells \(untold) more"), 1)
        if let sentence = explanation.sentences[item.rule] { add(sentence, 2) }
        rule = item.rule
      }
      brief(item.event, 2, note: item.cause.map { "\(item.rule == "R1" ? "by" : "see") #\($0)" })
      if let cause = item.cause, item.rule == "R1" { exhibit(cause, 3) }
    }
  }

  /// An event on one line, with who published it when.
  private mutating func brief(_ position: UInt64, _ depth: Int, note: String?) {
    let mark = "#\(position)  "
    guard let exhibit = explanation.exhibits[position] else { return add(mark, depth) }
    let report = exhibit.testimony?.report?.report
    let published = report.map { $0.published.map { ", \($0)" } ?? ", undated" } ?? ""
    let from = (exhibit.testimony?.publisher).map { " — \($0)\(published)" } ?? ""
    hang(mark, "\(exhibit.kind): \(exhibit.summary)\(from)\(note.map { " (\($0))" } ?? "")", depth)
  }

  private mutating func disputes(_ disputes: [UInt64]) {
    guard !disputes.isEmpty else { return }
    lines += ["", "open disputes"]
    for event in disputes { exhibit(event, 1) }
  }

  /// An event, in full the first time.
  private mutating func exhibit(_ position: UInt64, _ depth: Int, note: String? = nil) {
    guard let exhibit = explanation.exhibits[position] else { return add("#\(position)", depth) }
    let mark = "#\(position)  "
    let suffix = note.map { " (\($0))" } ?? ""
    guard told.insert(position).inserted else {
      return hang(mark, "\(exhibit.kind)\(suffix), told above", depth)
    }
    hang(mark, "\(exhibit.kind): \(exhibit.summary)\(suffix)", depth)
    let indent = depth + 1
    if let reason = exhibit.reason { fact("reason", reason, indent) }
    if let testimony = exhibit.testimony { tell(testimony, exhibit.isGuarded, indent) }
    if exhibit.isGuarded { fact("withheld", "words that may name the place or the day; --disclose shows them", indent) }
    if exhibit.standing == .corrected || exhibit.standing == .retracted {
      fact(exhibit.standing.rawValue, "by " + exhibit.endedBy.map { "#\($0)" }.joined(separator: " "), indent)
    }
    if exhibit.protectedCount > 0 {
      fact(
        "protected", "\(exhibit.protectedCount) value\(exhibit.protectedCount == 1 ? "" : "s") not in the log", indent)
    }
    fact("recorded", "\(exhibit.recordedAt) by \(exhibit.recordedBy)", indent)
    fact("leaf", Hex.text(exhibit.leafHash), indent)
    fact("proof", "daybook prove '#\(position)'", indent)
  }

  private mutating func tell(_ testimony: Exhibit.Testimony, _ isWithheld: Bool, _ depth: Int) {
    if let report = testimony.report {
      let published = report.report.published.map { ", published \($0)" } ?? ", undated"
      let title = isWithheld ? "title withheld" : "“\(report.report.title)”"
      fact("read in", "#\(report.event) \(testimony.publisher ?? ""), \(title)\(published)", depth)
    }
    if !isWithheld, let locator = testimony.said.locator {
      fact("where", "\(locator.type?.rawValue ?? "at") \(locator.value)", depth)
    }
    if !isWithheld, let quote = testimony.said.quote { fact("quote", "“\(quote)”", depth) }
    if !testimony.chain.isEmpty { fact("said by", testimony.chain.joined(separator: " ← "), depth) }
    if !isWithheld, let holder = testimony.said.holder { fact("held by", holder, depth) }
    let way = testimony.root.path.map { "#\($0)\(testimony.root.inferred.contains($0) ? " (inferred)" : "")" }
    fact("root", testimony.rootName + (way.count > 1 ? ", by way of \(way.joined(separator: " → "))" : ""), depth)
    let points = testimony.grade.points
    let manner = [testimony.said.strength?.rawValue, testimony.said.fidelity?.rawValue].compactMap(\.self)
    fact(
      "grade",
      (["\(testimony.grade), \(points) point\(points == 1 ? "" : "s")"] + manner).joined(separator: ", "), depth)
    guard let evidence = testimony.evidence else { return fact("original", "none kept", depth) }
    fact("original", "\(evidence.digest) \(evidence.isKept ? "(kept here)" : "(not kept here)")", depth)
  }

  private mutating func fact(_ name: String, _ value: String, _ depth: Int) {
    hang(name + String(repeating: " ", count: max(1, 10 - name.utf8.count)), value, depth)
  }

  private mutating func add(_ text: String, _ depth: Int) { hang("", text, depth) }

  /// A text that hangs behind its mark when it must be wrapped.
  private mutating func hang(_ mark: String, _ text: String, _ depth: Int) {
    let margin = String(repeating: "  ", count: depth)
    let used = margin.utf8.count + TextWidth.of(mark)
    let room = width.map { max(24, $0 - used) } ?? .max
    let widest = width == nil ? 0 : TextWidth.ofWidestPiece(text)
    if let width, widest > room, widest <= width - 2 {
      // What cannot be broken, as a hash, gets a line with room for it.
      lines.append(margin + (mark.split(separator: " ").first ?? ""))
      let indent = String(repeating: " ", count: width - widest)
      lines += TextWidth.wrapped(TextWidth.safe(text), to: widest).map { indent + $0 }
      return
    }
    for (number, line) in TextWidth.wrapped(TextWidth.safe(text), to: room).enumerated() {
      lines.append(number == 0 ? margin + mark + line : String(repeating: " ", count: used) + line)
    }
  }

  private func list(_ words: [String]) -> String? { words.isEmpty ? nil : words.joined(separator: ", ") }
}
