import Foundation
import Leaf
import Testing
import Vocabulary

/// Documents of every kind and form, good and bad, with the verdict of the checker.
///
/// They are written to `.build/corpus/vocabulary.jsonl`, where `Tools/schema-check` asks an independent validator about
/// each: both must accept and refuse the same documents.
@Suite struct `the corpus of documents` {
  /// One in so many of the documents is kept, so that the corpus stays small; the examples themselves always are.
  private static let thinning = 17

  private static let corpus = embedded.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(".build/corpus/vocabulary.jsonl")

  @Test func `holds every kind and form, accepted and refused`() throws {
    var lines = Data()
    var verdicts: [String: Set<Bool>] = [:]
    var problems: Set<String> = []
    var number = 0
    for form in DocumentForm.allCases {
      for kind in Kind.allCases {
        let urn = "urn:daybook:schema:\(kind.rawValue):" + (form == .draft ? "draft:1" : "1")
        for isFull in [true, false] {
          let text = Example(form, full: isFull).event(kind).line
          let example = try Document(Array(text.utf8)).root.value
          let fullness = isFull ? "full" : "least"
          func add(_ name: String, _ value: Value) throws {
            let entry = try Self.entry(urn, "\(fullness): \(name)", value, form)
            verdicts[urn, default: []].insert(entry.accepted)
            problems.formUnion(entry.problems)
            lines.append(entry.line)
          }
          try add("the example", example)
          try #require(
            Checker.check(try Document(example.encode()), as: form).allSatisfy(\.isWarning), "\(urn) \(text)")
          for (name, document) in Self.special(example) { try add(name, document) }
          var failure: (any Error)?
          Mutation.all(of: example) { mutation in
            number += 1
            guard number % Self.thinning == 0 || (number % 4 == 0 && Self.matters(mutation)) else { return }
            do { try add(mutation.name, mutation.document) } catch { failure = failure ?? error }
          }
          if let failure { throw failure }
        }
      }
    }
    for (urn, seen) in verdicts { #expect(seen == [true, false], "\(urn) is only ever \(seen)") }
    let unseen = Set(Finding.Problem.allCases.map(\.rawValue)).subtracting(problems).subtracting(Self.onlyWhileSealing)
    #expect(unseen.isEmpty, "no document breaks these rules")
    try FileManager.default.createDirectory(
      at: Self.corpus.deletingLastPathComponent(), withIntermediateDirectories: true)
    try lines.write(to: Self.corpus)
  }

  /// What a document alone cannot break: it needs a directory, a ledger, or a target; and the warning.
  private static let onlyWhileSealing: Set<String> = [
    "unlisted", "unknownName", "ambiguousName", "nameNotThen", "unknownEvent", "tooLong", "doesNotFit",
  ]

  /// Documents that break rules which one change to an example cannot break.
  private static func special(_ example: Value) -> [(String, Value)] {
    var byHand = example
    byHand["original"] = nil
    if case .array(var counts)? = byHand["payload"]?["counts"], !counts.isEmpty {
      var payload = byHand["payload"]!
      counts[0]["best"] = 1
      counts[0]["min"] = 2
      payload["counts"] = .array(counts)
      byHand["payload"] = payload
    }
    var early = example
    early["occurred"] = ["edtf": "2022-03/2022-06", "not_after": "2021-01-01"]
    var stamped = example
    stamped["at"] = "2026-11-24T08:00:00Z"
    var unsorted = example
    unsorted["_sd"] = .array([.string(String(repeating: "b", count: 43)), .string(String(repeating: "A", count: 43))])
    var foreign = example
    foreign["refs"] = [["rel": "redacts", "event": "#12"]]
    return [
      ("a relation of another kind", foreign), ("figures by hand", byHand), ("reported too early", early),
      ("with a recorded time", stamped),
      ("digests out of order", unsorted),
    ]
  }

  /// Documents that break what JSON Schema cannot say are rare, so more of them are kept.
  private static func matters(_ mutation: Mutation) -> Bool {
    let rare = ["2023-02-30", "2023-12/2023-06", "header", "cells", "_sd", "not_after", ".min", ".best", ".max"]
    return rare.contains { mutation.name.contains($0) }
  }

  private static func entry(
    _ urn: String, _ name: String, _ value: Value, _ form: DocumentForm
  ) throws -> (accepted: Bool, problems: [String], line: Data) {
    let findings = Checker.check(try Document(value.encode()), as: form).filter { !$0.isWarning }
    let problems = Set(findings.map(\.problem.rawValue)).sorted()
    var line = Value.object([
      .init("schema", .string(urn)), .init("name", .string(name)), .init("accepted", .boolean(findings.isEmpty)),
      .init("problems", .array(problems.map(Value.string))), .init("document", value),
    ]).encode()
    line.append(0x0A)
    return (findings.isEmpty, problems, Data(line))
  }
}
