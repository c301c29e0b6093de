import Testing
import Vocabulary

@testable import Views

/// What holds for every view and every ledger; each case is named by the seed that reproduces it.
@Suite
struct ViewPropertyTests {
  static let seeds = (1...24).map(UInt64.init)

  private func answers(_ facts: Replay, at day: Day) -> [Answer] {
    Views.all.map { $0.answer(at: day, facts: References(facts), profile: .default1) }
  }

  /// The first row in which two sets of answers differ; `nil` when they are the same.
  private func difference(_ left: [Answer], _ right: [Answer]) -> String? {
    for (one, other) in zip(left, right) where one != other {
      for (row, counterpart) in zip(one.rows, other.rows) where row != counterpart {
        return "\(one.view): \(row)\n\(counterpart)"
      }
      return "\(one.view): \(one.rows.map(\.key)) and \(other.rows.map(\.key))"
    }
    return nil
  }

  private func date(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  @Test(arguments: seeds)
  func `an event recorded after K never changes the answer at K`(seed: UInt64) {
    var random = RandomCase(seed: seed, size: 60)
    let events = random.log.events
    let known = UInt64(random.pick(Array(10..<events.count)))
    let day = date(random.day())
    let asked = answers(Replay(events, known: known), at: day)
    let then = answers(Replay(Array(events.prefix(Int(known))), known: known), at: day)
    #expect(difference(asked, then) == nil, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `a report published after P never changes the answer at P`(seed: UInt64) {
    var random = RandomCase(seed: seed, size: 60)
    let (day, published) = (date(random.day()), date("2023-06-30"))
    let before = answers(Replay(random.log.events, published: published), at: day)
    let later = random.append { $0.report("s1", published: "2023-07-01") }
    for _ in 0..<8 { random.worldEvent(in: later) }
    let after = answers(Replay(random.log.events, published: published), at: day)
    #expect(difference(before, after) == nil, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `retracting what was asserted restores the answer`(seed: UInt64) {
    var random = RandomCase(seed: seed, size: 60)
    let day = date(random.day())
    let before = answers(Replay(random.log.events), at: day)
    var added: [UInt64] = []
    let corrected = random.pick(random.world)
    added.append(random.correction(of: corrected))
    for _ in 0..<4 { added.append(random.worldEvent()) }
    let (one, other) = (random.pick(random.world), random.pick(random.world))
    added.append(
      random.append {
        $0.add(
          "link", ["relation": "same", "reason": "r"],
          refs: [CaseLog.ref("subject", one), CaseLog.ref("object", other)])
      })
    let refs = JSON.list(added.map { CaseLog.ref("retracts", $0) })
    random.append { $0.add("retract", ["reason": "all wrong"], refs: refs) }
    let after = answers(Replay(random.log.events), at: day).map { answer in
      var answer = answer
      for index in answer.rows.indices { answer.rows[index].ignored.removeAll { added.contains($0.event) } }
      return answer
    }
    #expect(difference(before.map(uncounted), after.map(uncounted)) == nil, "seed \(seed)")
  }

  /// The answer without the number of retractions, which a source keeps.
  private func uncounted(_ answer: Answer) -> Answer {
    var answer = answer
    guard let place = answer.columns.firstIndex(where: { $0.name == "retracted" }) else { return answer }
    for index in answer.rows.indices { answer.rows[index].cells[place] = .none }
    return answer
  }

  @Test(arguments: seeds)
  func `the order of facts does not matter`(seed: UInt64) {
    var random = RandomCase(seed: seed, size: 80)
    let day = date(random.day())
    let replay = Replay(random.log.events)
    var generator = SeededGenerator(seed: seed &* 7919)
    #expect(difference(answers(replay, at: day), answers(replay.shuffled(&generator), at: day)) == nil, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `a relay of a known root changes no status, no controller and no number of roots`(seed: UInt64) {
    var random = RandomCase(seed: seed, size: 60)
    let day = date(random.day())
    let events = random.log.events
    let touched = Set(
      events.flatMap { $0.targets(.retracts) + $0.targets(.corrects) + $0.targets(.grades) }.map(\.seq))
    let claims = random.world.filter { events[Int($0)].kind == .claimControl && !touched.contains($0) }
    guard !claims.isEmpty else { return }
    let claim = random.pick(claims)
    let original = events[Int(claim)]
    guard let report = original.attribution?.report?.seq, case .claimControl(let payload) = original.payload,
      original.attribution?.origin == nil
    else { return }
    let before = Control.answer(at: day, facts: References(Replay(events)), profile: .default1)
    let relay = random.append { $0.report("s2", published: "2023-12-31", from: [report]) }
    random.append {
      $0.add(
        "claim.control", ["content": .text(payload.content?.rawValue ?? ""), "actor": .text(payload.actor)],
        occurred: ["edtf": .text(original.occurred?.edtf ?? "")], place: ["id": .text(original.place?.id ?? "")],
        said: CaseLog.said(in: relay), grade: original.grade?.description)
    }
    let after = Control.answer(at: day, facts: References(Replay(random.log.events)), profile: .default1)
    #expect(before.rows.map(\.cells) == after.rows.map(\.cells), "seed \(seed)")
    #expect(before.rows.map(\.roots) == after.rows.map(\.roots), "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `every row has one cell for each column and says why`(seed: UInt64) {
    var random = RandomCase(seed: seed, size: 60)
    let day = date(random.day())
    for answer in answers(Replay(random.log.events), at: day) {
      for row in answer.rows {
        #expect(row.cells.count == answer.columns.count, "seed \(seed), \(answer.view) \(row.key)")
        #expect(!row.because.isEmpty, "seed \(seed), \(answer.view) \(row.key)")
      }
    }
  }

  @Test
  func `a subject without evidence gets a row that says so, in every view`() {
    let facts = References(Replay([]))
    for view in Views.all {
      for subject in ["nowhere", "#7"] {
        let answer = view.answer([subject], at: date("2023-06-30"), facts: facts, profile: .default1)
        #expect(answer.rows.count == 1, "\(view.name)")
        let row = answer.rows.first
        #expect(row?.cells.contains { $0.description.hasPrefix("unknown") } == true, "\(view.name)")
        #expect(row?.because.first?.rule.hasSuffix("no-evidence") == true, "\(view.name)")
      }
    }
  }
}
