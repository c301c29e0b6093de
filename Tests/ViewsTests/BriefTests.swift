import Testing
import Vocabulary

@testable import Views

/// What a situation report tells of sexual violence, whichever way an event marks it.
@Suite
struct BriefTests {
  private func sentences(_ acts: JSON, crsv: Bool) throws -> [Brief.Sentence] {
    var log = CaseLog()
    log.place("c", "country")
    log.place("r", "region", in: "c")
    log.place("hidden-village", "town", in: "r")
    log.source("un")
    let report = log.report("un", published: "2023-06-30")
    let said = CaseLog.said(in: report, chain: [["anonymous": "women of the hidden village", "role": "asserts"]])
    log.add(
      "abuse", .some(("acts", acts), ("status", "reported"), ("crsv", crsv ? true : nil)),
      occurred: ["edtf": "2023-05-27/2023-05-31"], place: ["id": "hidden-village", "name": "Hidden Village"],
      said: said, grade: "B2")
    let scope = BriefScope(
      region: nil, from: Day("2023-01-01")!, to: Day("2023-12-31")!, profile: .default1,
      facts: References(Replay(log.events)))
    func flat(_ sentences: [Brief.Sentence]) -> [Brief.Sentence] { sentences.flatMap { [$0] + flat($0.beneath) } }
    return Brief(scope).sections.flatMap { flat($0.sentences) }.filter { !$0.notes.isEmpty }
  }

  @Test(
    arguments: [
      ([["act": "sexual-violence"]], false), ([["act": "torture", "form": "sexual-torture"]], false),
      ([["act": "torture"]], true),
    ] as [(JSON, Bool)])
  func `no place, day or words of survivors are told`(acts: JSON, crsv: Bool) throws {
    let told = try sentences(acts, crsv: crsv)
    #expect(!told.isEmpty)
    for sentence in told {
      let text = (sentence.text + " " + (sentence.strength ?? "")).lowercased()
      #expect(!text.contains("hidden") && !text.contains("2023-05-"), "\(text)")
    }
    #expect(told.contains { $0.text.contains("in r in 2023-05") })
  }

  @Test func `what is no such thing keeps its place and its days`() throws {
    let told = try sentences([["act": "torture"]], crsv: false)
    #expect(told.contains { $0.text.lowercased().contains("hidden") && $0.text.contains("2023-05-27") })
  }
}
