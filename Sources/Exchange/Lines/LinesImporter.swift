internal import Leaf
internal import Vocabulary

/// Reads drafts of events, one JSON document a line: as they are, or in the `data` of CloudEvents (CNCF, version 1.0, JSON
/// format).
///
/// A line keeps what it says; without `said` of its own it is said by the report of the import. The key is the `id` of the
/// draft or, of CloudEvents, their `source` and `id`, which by that standard name one event. An event that refers to others
/// by position was written for another ledger and is refused.
package final class LinesImporter: Importer {
  package let source: SourceDraft
  private let isWrapped: Bool

  /// What stands between cells of a line: nothing that a line of JSON can have.
  package static let delimiter: UInt8 = 0x1F
  package static let header = ["line"]

  init(isWrapped: Bool) {
    self.isWrapped = isWrapped
    source =
      isWrapped
      ? SourceDraft(key: "cloudevents", name: "Events taken over as CloudEvents")
      : SourceDraft(key: "jsonl", name: "Events taken over as JSON lines")
  }

  package func isAside(_ record: TableRecord) -> Bool { record.isEmpty(0) }

  package func key(of record: TableRecord, into key: inout [UInt8]) {
    guard let root = try? Document(Array(record.cell(0))).root.value else {
      key += record.cell(0)
      return
    }
    let parts = (isWrapped ? [root["source"], root["id"]] : [root["id"]]).compactMap { $0?.encode() }
    if parts.isEmpty { key += record.cell(0) } else { for part in parts { key += part } }
  }

  package func write(_ record: TableRecord, to pen: inout DraftPen, _ problems: inout Problems) {
    let root: Value
    do throws(LeafError) { root = try Document(Array(record.cell(0))).root.value } catch {
      return problems.add(
        RowProblem(
          row: record.number, value: record.text(0), reason: error.message, allowed: "one JSON document a line"))
    }
    if isWrapped, root["specversion"] != "1.0" {
      problems.add(
        RowProblem(
          row: record.number, column: "specversion", value: root["specversion"].map(LinesImporter.text) ?? "",
          reason: "no CloudEvent of version 1.0", allowed: #""specversion": "1.0", with the draft under data"#))
    }
    guard case .object(var members)? = isWrapped ? root["data"] : root else {
      return problems.add(
        RowProblem(
          row: record.number, value: record.text(0), reason: "there is no event in this line",
          allowed: isWrapped ? "an object under data" : "a JSON object"))
    }
    // What a ledger assigns, it assigns anew; the line keeps what it was.
    members.removeAll { ["id", "v", "at", "by", "original", "_sd", "position", "leaf"].contains($0.key) }
    check(members, record, &problems)
    for member in members { pen.member(member.key, member.value.encode()) }
  }

  private func check(_ members: [Value.Member], _ record: TableRecord, _ problems: inout Problems) {
    guard let document = try? Document(Value.object(members).encode()) else { return }
    for finding in Checker.check(document, as: .draft) where !finding.isWarning && finding.path != "said" {
      problems.add(
        RowProblem(
          row: record.number, column: finding.path, value: finding.value,
          reason: finding.reason.isEmpty ? "refused: \(finding.problem.rawValue)" : finding.reason,
          allowed: finding.allowed, nearest: finding.nearest))
    }
  }

  private static func text(_ value: Value) -> String { String(decoding: value.encode(), as: UTF8.self) }
}
