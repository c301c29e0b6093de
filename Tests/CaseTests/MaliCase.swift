import Foundation
import Ledger
import SQLiteLog
import Synchronization
import TestSupport
import Testing
import TransparencyLog
import ViewStore
import Views
import Vocabulary

@testable import daybook

/// The Mali case in a ledger of its own, appended once for all tests, and asked by the names that its drafts have.
final class MaliCase: Sendable {
  static let shared = Result { try MaliCase() }

  /// The same with a file of boundaries that it adopts, where this machine has it; apart, for it changes every map.
  static let withBoundaries = Result {
    let mali = try MaliCase()
    if let folder = SharedData.folder {
      _ = try mali.ledger.evidence.add(
        folder.appendingPathComponent("data/mali-boundaries/mali_adm2_cercles.geojson").path)
    }
    return mali
  }

  /// The folders that go with the process.
  private static let folders = Mutex<[String]>([])

  let ledger: Ledger
  let views: ViewStore
  /// The names of the drafts without `@mali/`, by position.
  private let names: [UInt64: String]
  let folder: String

  private init() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("case-\(UUID().uuidString)").path
    folder = path
    ledger = try Ledger.create(at: LedgerFolder(path), origin: "example.org/mali")
    var names: [UInt64: String] = [:]
    for part in ["reference", "reports", "assertions", "upstream", "ledger"] {
      let file = MaliCase.drafts.appendingPathComponent(part + ".jsonl")
      _ = try Appending(ledger).append(JSONLines(file.path), .many)
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard let name = line.firstMatch(of: #/"id":"@(mali/[^"]+)"/#)?.output.1 else { continue }
        let id = EventID(name: String(name), sha256: { Digest.sha256($0).bytes })
        if let position = try ledger.position(of: id) { names[position] = String(name.dropFirst(5)) }
      }
    }
    self.names = names
    views = try Following.views(of: ledger)
    let isFirst = MaliCase.folders.withLock { folders in
      folders.append(path)
      return folders.count == 1
    }
    guard isFirst else { return }
    atexit {
      for folder in MaliCase.folders.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: folder) }
    }
  }

  /// The drafts of the case in this checkout.
  static let drafts = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Tools/cases/mali")

  /// The position of a draft by its name.
  func position(_ name: String) throws -> UInt64 {
    try #require(names.first { $0.value == name }?.key, "the case has no draft @mali/\(name)")
  }

  /// The name of a draft by its position.
  func name(_ position: UInt64) -> String { names[position] ?? "#\(position)" }

  /// Asks a view about places, or about drafts by name.
  func ask(
    _ view: String, _ subjects: [String]? = nil, at day: String, asOf: AsOf = .now, publishedBy: String? = nil
  ) throws -> Reading {
    let type = try #require(Views.named(view))
    let asked = try subjects?.map { type.subjectKind == .event ? "#\(try position($0))" : $0 }
    let question = Question(
      view, subjects: asked, at: try #require(Day(day)), asOf: asOf,
      publishedBy: try publishedBy.map { try #require(Day($0)) })
    return try views.answer(question, from: FollowedLedger(ledger))
  }

  /// The names of the events behind a rule, in the order of positions.
  func names(_ rule: String, _ reasons: [Reason]) -> [String] {
    reasons.filter { $0.rule == rule }.flatMap(\.events).map(name)
  }

  /// The names of what a row ignores under a rule.
  func ignored(_ rule: String, _ row: Row) -> [String] {
    row.ignored.filter { $0.rule == rule }.map { name($0.event) }
  }
}
