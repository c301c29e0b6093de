import Foundation
import Ledger
import SQLiteLog
import TestSupport
import Testing
import TransparencyLog
import ViewStore
import Views
import Vocabulary

@testable import Exchange
@testable import daybook

/// Imports into a ledger of their own, and the tables that it gives back.
struct ImportBench {
  let folder: String
  let ledger: Ledger

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("import-\(UUID().uuidString)").path
    ledger = try Ledger.create(at: LedgerFolder(folder), origin: "example.org/import")
  }

  func end() { try? FileManager.default.removeItem(atPath: folder) }

  /// Imports bytes, and tells what the plan was.
  @discardableResult
  func take(_ bytes: [UInt8], _ request: ImportRequest) throws -> ImportPlan {
    let path = folder + "/input"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let file = try TableFile(path)
    let directory = try Following.views(of: ledger).directory()
    let plan = try ImportPlan(file, request, in: ledger, directory: directory)
    guard plan.summary.known == nil else { return plan }
    let drafts = try ImportDrafts(plan, in: ledger, directory: directory, day: "2026-11-27")
    _ = try Appending(ledger).append(drafts, .many)
    return plan
  }

  /// The table as it came, from the events alone.
  func back(_ format: ImportFormat, release: String? = nil) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try TableReturn(format.rawValue, dataSet: nil, release: release, in: ledger).write { bytes += $0 }
    return bytes
  }
}

@Suite struct ImportTests {
  private static let bangladesh = "data/ucdp-ged-bgd/conflict_data_BGD.csv"
  private static let africa = "data/ucdp-ged-car-v23.1/GEDEvent_v23_1_CAR.geojson"

  @Test func `a file that is changed while it is imported appends nothing and is not kept`() throws {
    let bench = try ImportBench()
    defer { bench.end() }
    let path = bench.folder + "/changing"
    func write(_ line: String) throws { try Data((line + "\n").utf8).write(to: URL(fileURLWithPath: path)) }
    let draft = #"{"kind":"source","payload":{"key":"ap","class":"outlet","name":"NAME"}}"#
    try write(draft)
    let file = try TableFile(path, TableFile.Options(delimiter: LinesImporter.delimiter))
    let directory = try Following.views(of: bench.ledger).directory()
    let plan = try ImportPlan(file, ImportRequest(.jsonl), in: bench.ledger, directory: directory)
    try write(draft.replacingOccurrences(of: "NAME", with: "AMEN"))
    let evidence = bench.ledger.evidence
    let drafts = try ImportDrafts(plan, in: bench.ledger, directory: directory, day: "2026-11-27") { _ in
    } atEnd: { () throws(LedgerError) in
      _ = try evidence.add(path, expecting: file.packedDigest)
    }
    let refused = #expect(throws: Appending.Refused.self) { try Appending(bench.ledger).append(drafts, .many) }
    guard case .evidence(.changed(_, file.packedDigest, let found)) = refused?.error else {
      Issue.record("refused otherwise: \(String(describing: refused))")
      return
    }
    #expect(try bench.ledger.size == 0)
    #expect(try !evidence.contains(found) && !evidence.contains(file.packedDigest))
  }

  @Test(.enabled(if: SharedData.isPresent, "needs ../shared"), arguments: [bangladesh, africa])
  func `a UCDP file comes back byte for byte, and again appends nothing`(file: String) throws {
    let bench = try ImportBench()
    defer { bench.end() }
    let bytes = try SharedData.bytes(file)
    let plan = try bench.take(bytes, ImportRequest(.ucdpGED))
    #expect(plan.summary.rows == (file == Self.bangladesh ? 601 : 1848))
    let size = try bench.ledger.size
    #expect(try bench.back(.ucdpGED) == bytes)
    #expect(try bench.take(bytes, ImportRequest(.ucdpGED)).summary.known != nil)
    #expect(try bench.ledger.size == size)
  }

  @Test(.enabled(if: SharedData.isPresent, "needs ../shared"))
  func `a newer release appends what changed, and every release comes back`() throws {
    let bench = try ImportBench()
    defer { bench.end() }
    let first = try SharedData.bytes(Self.bangladesh)
    try bench.take(first, ImportRequest(.ucdpGED))
    var lines = String(decoding: first, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    // The first row is changed, the second gone, the third moved to the end, one stands twice, one is new.
    let changed = lines[2].replacingOccurrences(of: ",0,1,0,0,1,1,1", with: ",0,1,0,0,1,2,9")
    #expect(changed != lines[2])
    lines[2] = changed[...]
    lines.remove(at: 3)
    let moved = lines.remove(at: 3)
    let last = lines.lastIndex { !$0.isEmpty }!
    lines.insert(moved, at: last + 1)
    lines.insert(lines[5], at: 9)
    lines.insert("9" + lines[7], at: 20)
    let second = Array(lines.joined(separator: "\n").utf8)
    let before = try bench.ledger.size
    let plan = try bench.take(second, ImportRequest(.ucdpGED))
    #expect(plan.summary.corrected == 1)
    #expect(plan.summary.retracted == 1)
    #expect(plan.summary.added == 2)
    #expect(plan.summary.repeated == 1)
    #expect(plan.summary.kept == 599)
    #expect(try bench.ledger.size == before + 5 + UInt64(plan.references.count))
    #expect(try bench.back(.ucdpGED) == second)
    #expect(try bench.back(.ucdpGED, release: "1") == first)
    try bench.take(first, ImportRequest(.ucdpGED))
    #expect(try bench.ledger.size == before + 5 + UInt64(plan.references.count))
  }
}
