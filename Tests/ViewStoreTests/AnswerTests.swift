import Testing
import ViewStore
import Views
import Vocabulary

@Suite("A question is answered from the facts that stand at its known time")
struct AnswerTests {
  /// A claim in a report of 5 May, retracted in one of 20 May.
  static let leaves: [[UInt8]] = {
    let report = { (at: String, published: String) -> JSON in
      leaf(
        "report", ["published": .text(published), "source": "un", "title": "A report"], at: at)
    }
    var claim = leaf("claim.control", ["actor": "isgs", "content": "hold"], at: "2026-01-02T10:00:00Z")
    claim["occurred"] = ["edtf": "2023-05-01"]
    claim["place"] = ["id": "ML0701"]
    claim["grade"] = ["credibility": 1, "reliability": "A"]
    claim["said"] = ["report": ref(0)]
    var retraction = leaf("retract", ["reason": "Withdrawn."], at: "2026-01-04T10:00:00Z")
    retraction["refs"] = [ref(1, "retracts")]
    retraction["said"] = ["report": ref(2)]
    return [
      report("2026-01-01T10:00:00Z", "2023-05-05"), claim, report("2026-01-03T10:00:00Z", "2023-05-20"), retraction,
    ].map(\.bytes)
  }()

  static func leaf(_ kind: String, _ payload: JSON, at: String) -> JSON {
    [
      "at": .text(at), "by": "k1", "id": .text(String(repeating: "a", count: 32)), "kind": .text(kind),
      "payload": payload, "v": 1,
    ]
  }

  static func ref(_ target: Int, _ rel: String? = nil) -> JSON {
    var edge: JSON = ["leaf": .text(String(repeating: "0", count: 64)), "seq": .number(target)]
    if let rel { edge["rel"] = .text(rel) }
    return edge
  }

  struct Case: Sendable {
    var asOf: AsOf
    var publishedBy: String?
    var status: String
    var size: UInt64
  }

  static let cases = [
    Case(asOf: .now, publishedBy: nil, status: "unknown", size: 4),
    Case(asOf: .position(2), publishedBy: nil, status: "controlled", size: 3),
    Case(asOf: .position(0), publishedBy: nil, status: "unknown", size: 1),
    Case(asOf: .now, publishedBy: "2023-05-04", status: "unknown", size: 4),
    Case(asOf: .now, publishedBy: "2023-05-05", status: "controlled", size: 4),
    Case(asOf: .now, publishedBy: "2023-05-19", status: "controlled", size: 4),
    Case(asOf: .now, publishedBy: "2023-05-20", status: "unknown", size: 4),
    Case(asOf: .position(2), publishedBy: "2023-05-20", status: "controlled", size: 3),
    Case(asOf: .day(Day("2026-01-01")!), publishedBy: nil, status: "unknown", size: 1),
    Case(asOf: .day(Day("2026-01-03")!), publishedBy: nil, status: "controlled", size: 3),
    Case(asOf: .day(Day("2025-12-31")!), publishedBy: nil, status: "unknown", size: 0),
  ]

  @Test(arguments: cases)
  func `The status of a place follows both clocks`(_ wanted: Case) throws {
    let scratch = try Scratch()
    let log = MemoryLog(AnswerTests.leaves)
    try scratch.store().follow(log)
    let reading = try scratch.store().answer(
      Question(
        "control", subjects: ["ML0701"], at: Day("2023-06-01")!, asOf: wanted.asOf,
        publishedBy: wanted.publishedBy.flatMap { Day($0) }), from: log)
    let row = try #require(reading.answer.rows.first)
    #expect(reading.answer.cell("status", of: row) == .text(wanted.status))
    #expect(reading.size == wanted.size)
    #expect(reading.root == log.root(at: wanted.size))
  }

  @Test func `What is not recorded yet cannot be asked for`() throws {
    let scratch = try Scratch()
    let log = MemoryLog(AnswerTests.leaves)
    try scratch.store().follow(log)
    #expect(throws: ViewStoreError.notYet(asOf: 4, size: 4)) {
      try scratch.store().answer(Question("control", at: Day("2023-06-01")!, asOf: .position(4)), from: log)
    }
    #expect(throws: ViewStoreError.self) {
      try scratch.store().answer(Question("contrl", at: Day("2023-06-01")!), from: log)
    }
  }
}
