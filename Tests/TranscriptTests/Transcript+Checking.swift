import Foundation
import Testing

extension Transcript {
  private static let rewrites = ProcessInfo.processInfo.environment["DAYBOOK_REWRITE"] == "1"

  /// Runs the steps and compares what they say; with `DAYBOOK_REWRITE=1` puts what they say into the file.
  func check() throws {
    try #require(!steps.isEmpty, "\(testDescription) has no console block")
    let shell = try Shell()
    defer { shell.remove() }
    var pattern = Pattern()
    var answers: [Shell.Answer] = []
    for step in steps {
      let answer = try shell.run(pattern.filled(step.command))
      answers.append(answer)
      let before = pattern
      let isExpected =
        pattern.matches(step.output, answer.output) && pattern.matches(step.complaint, answer.complaint)
        && step.status == answer.status
      if isExpected { continue }
      if Self.rewrites {
        pattern = before
        Rewriting(step: step, answer: answer).remember(in: &pattern)
        continue
      }
      let says = (answer.output + answer.complaint.map { "2> " + $0 }).joined(separator: "\n")
      Issue.record(
        """
        \(testDescription):\(step.lines.lowerBound + 1): $ \(step.command)
        said this, with status \(answer.status):
        \(says)
        """)
    }
    if Self.rewrites { try Rewriting.write(self, answers) }
  }
}
