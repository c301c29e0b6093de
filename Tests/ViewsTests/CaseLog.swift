import Leaf
import Vocabulary

/// A small ledger for tests: leaves in their order, as a ledger would have sealed them.
struct CaseLog {
  private(set) var events: [Event] = []

  /// How many events there are; the position of the next.
  var size: UInt64 { UInt64(events.count) }

  /// Appends an event; absent members are left out.
  @discardableResult
  mutating func add(
    _ kind: String, _ payload: JSON, occurred: JSON? = nil, place: JSON? = nil, parties: JSON? = nil, said: JSON? = nil,
    grade: String? = nil, refs: JSON? = nil
  ) -> UInt64 {
    let position = size
    let id = String(repeating: "0", count: 32 - String(position).count) + String(position)
    let graded = grade.map { text -> JSON in
      ["reliability": "\(String(text.prefix(1)))", "credibility": .number(Int(text.dropFirst()) ?? 6)]
    }
    let leaf = JSON.some(
      ("v", 1), ("kind", .text(kind)), ("id", .text(id)), ("at", "2026-11-24T08:00:00Z"), ("by", "k1"),
      ("occurred", occurred), ("place", place), ("parties", parties), ("said", said), ("grade", graded),
      ("refs", refs), ("payload", payload))
    do {
      let document = try Document(leaf.bytes, as: .canonical)
      try Checker.accept(document, as: .leaf)
      events.append(Event(document))
    } catch {
      fatalError("the test wrote a leaf that no ledger would have sealed: \(leaf): \(error)")
    }
    return position
  }

  /// A reference to an earlier event.
  static func ref(_ position: UInt64) -> JSON {
    ["leaf": .text(String(repeating: "0", count: 64)), "seq": .number(Int(position))]
  }

  /// A typed edge to an earlier event.
  static func ref(_ relation: String, _ position: UInt64, inferred: Bool = false) -> JSON {
    .some(
      ("rel", .text(relation)), ("leaf", .text(String(repeating: "0", count: 64))), ("seq", .number(Int(position))),
      ("derivation", inferred ? "inferred" : nil))
  }

  /// Records a source.
  @discardableResult
  mutating func source(_ key: String, class sourceClass: String = "organisation", interest: [String] = []) -> UInt64 {
    add(
      "source",
      .some(
        ("key", .text(key)), ("class", .text(sourceClass)), ("name", .text(key)),
        ("interest", interest.isEmpty ? nil : .list(interest.map { .text($0) }))))
  }

  /// Records a report, derived from others or not.
  @discardableResult
  mutating func report(
    _ source: String, published: String? = nil, from parents: [UInt64] = [], inferred: Bool = false
  ) -> UInt64 {
    add(
      "report", .some(("source", .text(source)), ("title", "A report"), ("published", published.map { .text($0) })),
      refs: parents.isEmpty ? nil : .list(parents.map { CaseLog.ref("derived-from", $0, inferred: inferred) }))
  }

  /// Records a place.
  @discardableResult
  mutating func place(_ key: String, _ level: String, in parent: String? = nil, from: String? = nil) -> UInt64 {
    add(
      "place",
      .some(
        ("key", .text(key)), ("name", .text(key)), ("level", .text(level)), ("parent", parent.map { .text($0) }),
        ("from", from.map { .text($0) })))
  }

  /// Says that something was read in a report.
  static func said(in report: UInt64, chain: JSON? = nil, fidelity: String? = nil) -> JSON {
    .some(
      ("report", ref(report)), ("chain", chain), ("fidelity", fidelity.map { .text($0) }), ("strength", "fact"))
  }
}
