import Foundation
import Testing

/// What a person sees on the terminal: every command, every error message.
///
/// `DAYBOOK_REWRITE=1 swift test --filter TranscriptTests` puts what the commands say now into the transcripts.
@Suite struct TranscriptTests {
  @Test(arguments: Transcript.all)
  func `daybook says what its transcripts show`(transcript: Transcript) throws { try transcript.check() }

  @Test func `placeholders meet what they stand for and remember it`() {
    var pattern = Pattern()
    let id = String(repeating: "0a", count: 16)
    let other = String(repeating: "0b", count: 16)
    func meets(_ expected: [String], _ actual: [String]) -> Bool { pattern.matches(expected, actual) }

    #expect(meets(["event «id:first»", "…", "end"], ["event \(id)", "1", "2", "end"]))
    #expect(pattern.filled("show «id:first»") == "show \(id)")
    #expect(meets(["again «id:first»."], ["again \(id)."]))
    #expect(!meets(["again «id:first»."], ["again \(other)."]))
    #expect(!meets(["a", "b"], ["a"]))
    #expect(!meets(["a"], ["a", "b"]))
    #expect(!meets(["at «time»"], ["at 2026-01-01"]))
    #expect(meets(["«unknown» (a.b)"], ["«unknown» (a.b)"]))
    #expect(!meets(["(a.b)"], ["(aXb)"]))
  }

  @Test func `a transcript is read step by step`() {
    let text = """
      Prose with $ signs.
      ```console
      $ one 'a
      > b'
      out

      2> err
      ? 65
      $ two
      ```
      $ not a step
      """
    let steps = Transcript.steps(in: text.components(separatedBy: "\n"))
    #expect(steps.map(\.command) == ["one 'a\nb'", "two"])
    #expect(steps.map(\.output) == [["out", ""], []])
    #expect(steps.map(\.complaint) == [["err"], []])
    #expect(steps.map(\.status) == [65, 0])
    #expect(steps.map(\.lines) == [2..<8, 8..<9])
  }
}
