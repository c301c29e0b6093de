import Foundation

/// Puts what a command said into its transcript, keeping every expected line that still fits.
struct Rewriting {
  let step: Transcript.Step
  let answer: Shell.Answer

  private static var today: String { String(Date.now.ISO8601Format().prefix(10)) }

  /// The new lines of the step, from its command to its status.
  func lines(_ pattern: inout Pattern) -> [String] {
    var lines = step.command.components(separatedBy: "\n").enumerated().map { ($0 == 0 ? "$ " : "> ") + $1 }
    lines += kept(step.output, answer.output, &pattern)
    lines += kept(step.complaint, answer.complaint, &pattern).map { $0.isEmpty ? "2>" : "2> " + $0 }
    if answer.status != 0 { lines.append("? \(answer.status)") }
    return lines
  }

  /// Lets the pattern meet the new lines, so that later commands find what was remembered.
  func remember(in pattern: inout Pattern) { _ = lines(&pattern) }

  private func kept(_ expected: [String], _ actual: [String], _ pattern: inout Pattern) -> [String] {
    if pattern.matches(expected, actual) { return expected }
    var rest = expected[...]
    return actual.map { line in
      for index in rest.indices where rest[index] != "…" && pattern.matches(rest[index], line) {
        defer { rest = rest[(index + 1)...] }
        return rest[index]
      }
      return Pattern.generalised(line, today: Self.today)
    }
  }

  static func write(_ transcript: Transcript, _ answers: [Shell.Answer]) throws {
    var pattern = Pattern()
    var lines = transcript.lines
    var changes: [(Range<Int>, [String])] = []
    for (step, answer) in zip(transcript.steps, answers) {
      changes.append((step.lines, Self(step: step, answer: answer).lines(&pattern)))
    }
    for (range, new) in changes.reversed() { lines.replaceSubrange(range, with: new) }
    try Data(lines.joined(separator: "\n").utf8).write(to: transcript.file)
  }
}
