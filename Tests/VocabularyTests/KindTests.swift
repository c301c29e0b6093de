import Leaf
import Testing
import Vocabulary

@Suite struct `every kind` {
  @Test(arguments: Kind.allCases)
  func `is read back from its example`(_ kind: Kind) throws {
    let event = Event(try Document(Array(Example(.leaf, full: true).event(kind).line.utf8)))
    #expect(event.kind == kind)
    if case .unrecognized = event.payload { Issue.record("\(kind) is not read") }
    #expect(!event.summary.isEmpty)
    #expect(event.id != nil)
    #expect(event.attribution != nil)
    #expect(event.occurred != nil && event.place != nil && !event.parties.isEmpty && event.grade != nil)
    #expect(event.references.count >= event.refs.count)
  }

  @Test(arguments: Kind.allCases)
  func `says what it needs when it is empty`(_ kind: Kind) throws {
    let findings = Checker.check(try Document(Array(#"{"kind":"\#(kind.rawValue)"}"#.utf8)), as: .draft)
    #expect(findings.contains { $0.path == "payload" && $0.problem == .missing })
    #expect(findings.contains { $0.path == "said" && $0.problem == .missing } == kind.isAboutTheWorld)
  }

  @Test func `is numbered by its place in the list`() {
    #expect(Kind.allCases.map(\.number) == Array(Kind.allCases.indices))
  }

  @Test func `a kind or version of the future is unrecognized, never a failure`() throws {
    for text in [#"{"kind":"claim.weather","payload":{},"v":1}"#, #"{"kind":"attack","payload":{},"v":2}"#] {
      let event = Event(try Document(Array(text.utf8)))
      #expect(event.kind == nil)
      guard case .unrecognized = event.payload else {
        Issue.record("\(text) was read as a known kind")
        continue
      }
    }
    let findings = Checker.check(try Document(Array(#"{"kind":"atack","payload":{}}"#.utf8)), as: .draft)
    #expect(findings.first { $0.path == "kind" }?.nearest == "attack")
  }

  @Test func `a word that an open list lacks is kept and flagged, one that a closed list lacks is refused`() throws {
    func findings(_ text: String) throws -> [Finding] { Checker.check(try Document(Array(text.utf8)), as: .draft) }
    let example = try Document(Array(Example(.draft, full: true).event(.attack).line.utf8)).root.value
    var open = example
    open["payload"]?["weapons"] = ["trebuchet"]
    let flagged = try findings(String(decoding: open.encode(), as: UTF8.self))
    #expect(flagged.map(\.problem) == [.unlisted])
    #expect(flagged.first?.isWarning == true && flagged.first?.value == "trebuchet")
    var closed = example
    closed["handling"]?["tlp"] = "GRENE"
    let refused = try findings(String(decoding: closed.encode(), as: UTF8.self))
    #expect(refused.map(\.problem) == [.notInList])
    #expect(refused.first?.nearest == "GREEN")
  }
}

@Suite struct `a figure` {
  @Test(arguments: [
    (#"{"what":"killed","best":3}"#, "3 killed"),
    (#"{"what":"killed","min":2,"max":9}"#, "2–9 killed"),
    (#"{"what":"killed","min":2,"best":3,"max":9}"#, "2–9 killed (best 3)"),
    (#"{"what":"killed","min":46}"#, "at least 46 killed"),
    (#"{"what":"injured","max":4}"#, "at most 4 injured"),
    (#"{"what":"killed","word":"dozens"}"#, "dozens killed"),
    (#"{"what":"killed","min":0,"best":0,"max":0,"class":"civilians"}"#, "0 killed (civilians)"),
  ])
  func `is told with its range, and absent is not zero`(_ text: String, _ told: String) throws {
    let document = try Document(Array(#"{"kind":"attack","payload":{"counts":[\#(text)]}}"#.utf8))
    guard case .attack(let attack) = Event(document).payload else {
      Issue.record("no attack")
      return
    }
    #expect(attack.counts.map(\.description) == [told])
  }
}
