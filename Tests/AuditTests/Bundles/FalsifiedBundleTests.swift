import Audit
import Foundation
import Leaf
import Ledger
import TestSupport
import Testing
import TransparencyLog

/// The mutation suite of bundles: whatever is falsified, `daybook verify` and `verify.py` say so, alike, at the same place.
@Suite struct `a falsified bundle` {
  private func copy(_ way: BundleWay) throws -> BundleCopy {
    let sample = try BundleSample.shared.get()
    let copy = try BundleCopy(sample, of: way.kind == .full ? sample.full : sample.selected)
    copy.against = [("the newest checkpoint", sample.notes[600] ?? [])]
    return copy
  }

  /// Both programs' findings, which must be the same.
  private func rows(of copy: BundleCopy) throws -> (verdict: String, rows: [BundleCopy.Row]) {
    let (verdict, rows, told) = try copy.verify()
    if let (theirs, found, status) = try copy.verifyInPython() {
      #expect(theirs == verdict)
      #expect(found.map(\.description).sorted() == rows.map(\.description).sorted(), "\(told)")
      #expect(status == Verdict(rawValue: verdict)?.exitStatus)
    }
    return (verdict, rows)
  }

  @Test(arguments: BundleWay.all)
  func `is found out, at the right place, by both programs`(_ way: BundleWay) throws {
    let copy = try copy(way)
    try way.apply(copy, false)
    if way.repair == .manifests { try copy.repair() }
    let (verdict, rows) = try rows(of: copy)
    let expected = BundleCopy.Row(verdict: way.verdict.rawValue, check: way.check, place: way.place)
    #expect(rows.contains(expected), "\(rows.filter { $0.verdict != "OK" })")
    #expect(try #require(Verdict(rawValue: verdict)) >= way.verdict && verdict != "OK")
    if way.repair == .manifests {
      #expect(!rows.contains { $0.check == "bag" && $0.verdict == "FAIL" }, "the manifests were repaired")
    }
    print("falsified: \(way.testDescription) → \(way.verdict.rawValue) \(way.check) → \(way.place)")
  }

  @Test(arguments: BundleWay.all)
  func `stays as it is when the same work falsifies nothing`(_ way: BundleWay) throws {
    let copy = try copy(way)
    try way.apply(copy, true)
    if way.repair == .manifests {
      try copy.repair()
      try copy.seal(with: copy.sample.ledger.keys.signers(for: "example.org/bundle")[0])
    }
    let (verdict, rows) = try rows(of: copy)
    #expect(!rows.contains { $0.verdict == "FAIL" }, "\(rows.filter { $0.verdict != "OK" })")
    #expect(verdict == "UNKNOWN", "only what the timestamps say, and what was not selected, cannot be told")
    let expected = BundleCopy.Row(verdict: way.verdict.rawValue, check: way.check, place: way.place)
    #expect(!rows.contains(expected))
  }

  @Test func `can be falsified in more than forty ways`() {
    #expect(Set(BundleWay.all.map(\.testDescription)).count == BundleWay.all.count)
    #expect(BundleWay.all.count >= 40)
  }

  @Test(.enabled(if: SharedData.isPresent, "needs ../shared"))
  func `is not what the worked example of the format is`() throws {
    let folder = try #require(SharedData.folder).appendingPathComponent("vectors/example_bundle")
    let sample = try BundleSample.shared.get()
    let copy = try BundleCopy(sample, of: folder)
    copy.keys = []
    copy.policy = try copy.text("data/trust/policy.txt")
    copy.against = [("the newest checkpoint", try copy.read("data/log/checkpoint"))]
    let (verdict, rows) = try rows(of: copy)
    #expect(verdict == "UNKNOWN")
    #expect(!rows.contains { $0.verdict == "FAIL" }, "\(rows)")
    #expect(rows.contains(.init(verdict: "WITHHELD", check: "protected", place: "event #2")))
    #expect(
      Set(rows.filter { $0.verdict == "UNKNOWN" }.map(\.check)) == ["time", "seal"],
      "whose key sealed it, and who made the timestamp, is all that cannot be told")
    try copy.change("data/log/tile/entries/000.p/10") { $0[300] ^= 1 }
    let altered = try self.rows(of: copy)
    #expect(altered.rows.contains(.init(verdict: "FAIL", check: "log", place: "event #1")))
  }

  @Test(arguments: [
    "", "log KEY", "quorum none\nquorum none", "log KEY\nlog KEY\nquorum none", "log KEY\r\nquorum none",
    "witness w KEY\nquorum w", "log WITNESS\nquorum none", "witness none WITNESS\nquorum none",
    "monitor a\nquorum none",
    "witness a WITNESS\nwitness b WITNESS\nquorum a", "witness a WITNESS\ngroup g 2 a\nquorum g",
    "witness a WITNESS\ngroup g any a a\nquorum g", "witness a WITNESS\ngroup g any a\ngroup h any a\nquorum g",
    "quorum w\nwitness w WITNESS", "witness w WITNESS # mine\nquorum w",
  ])
  func `is checked with no policy that is not as the standard says`(text: String) throws {
    let sample = try BundleSample.shared.get()
    let witness = try SignerKey(
      name: "example.org/witness", seed: [UInt8](repeating: 5, count: 32), algorithm: .cosignature)
    func policy(_ text: String) -> String {
      text.replacingOccurrences(of: "KEY", with: sample.key.description)
        .replacingOccurrences(of: "WITNESS", with: witness.verifier.description)
    }
    let copy = try BundleCopy(sample, of: sample.full)
    copy.keys = []
    copy.policy = policy(text)
    #expect(throws: LedgerError.self) { try copy.verify() }
    try copy.expectRefusedInPython()
    copy.policy = policy("# ours\n\n log \tKEY\nwitness w WITNESS http://w.example\ngroup g all w\nquorum none\n")
    #expect(try copy.verify().verdict == copy.verifyInPython()?.verdict ?? copy.verify().verdict)
  }
}
