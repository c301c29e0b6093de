import Audit
import Ledger
import Testing

/// The mutation suite of ledgers: whatever is falsified, the audit says so, at the right place.
@Suite struct `a falsified ledger` {
  private func told(_ report: AuditReport) -> [String] {
    report.findings.map { "\($0.verdict.rawValue) \($0.check)" + ($0.location.isEmpty ? "" : " @ \($0.location)") }
  }

  private func expected(_ way: LedgerWay) -> String {
    "\(way.verdict.rawValue) \(way.check)" + (way.place.isEmpty ? "" : " @ \(way.place)")
  }

  @Test(arguments: LedgerWay.all)
  func `is found out, at the right place`(_ way: LedgerWay) throws {
    let copy = try LedgerCopy(LedgerSample.shared.get())
    let before = try copy.fingerprint()
    try way.apply(copy, false)
    #expect(try copy.fingerprint() != before, "nothing was falsified")
    let report = try copy.audit()
    #expect(told(report).contains(expected(way)), "\(report.findings.filter { $0.verdict != .ok })")
    #expect(report.verdict >= way.verdict && report.verdict != .ok)
    print("falsified: \(way.testDescription) → \(expected(way))")
  }

  @Test(arguments: LedgerWay.all)
  func `stays as it is when the same work falsifies nothing`(_ way: LedgerWay) throws {
    let copy = try LedgerCopy(LedgerSample.shared.get())
    try way.apply(copy, true)
    let report = try copy.audit()
    #expect(report.verdict == .withheld, "\(report.findings.filter { $0.verdict > .withheld })")
    let withheld = report.findings.filter { $0.verdict == .withheld }.map(\.location)
    #expect(withheld == ["event #12"], "the redacted value is all that is withheld")
    #expect(!told(report).contains(expected(way)))
  }

  @Test func `can be falsified in more than forty ways`() {
    #expect(Set(LedgerWay.all.map(\.testDescription)).count == LedgerWay.all.count)
    #expect(LedgerWay.all.count >= 40)
  }
}
