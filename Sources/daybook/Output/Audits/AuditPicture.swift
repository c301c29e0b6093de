import Audit
import ViewStore
import Vocabulary

/// What an audit found, ready to be drawn.
struct AuditPicture {
  let report: AuditReport
  /// The folder that was audited.
  let folder: String
  /// The name of the log and how many events it holds; `nil` when it could not be opened.
  let log: (origin: String, size: UInt64)?
  /// What was checked: `Audit` of a ledger, `Check` of a bundle.
  var title = "Audit"
  /// Tells an event in one line; `nil` when the log could not be opened.
  let line: ((UInt64) -> EventLine)?

  /// Writes the report in a format.
  func write(_ format: Format, to output: inout Output) {
    switch format {
    case .table: writeTable(to: &output)
    case .json: output.write(json.pretty)
    case .jsonl: for finding in report.findings { output.line(json(finding).line) }
    case .csv: writeCSV(to: &output)
    }
  }

  private func writeTable(to output: inout Output) {
    output.line("\(title) of \(folder)" + (log.map { ": \($0.origin), \(Progress.grouped($0.size)) events" } ?? ""))
    output.line()
    var table = Table("Verdict", "Check", "Finding")
    for finding in report.findings {
      let place = place(finding)
      let sentence = place.isEmpty ? finding.what : "\(place): \(finding.what)"
      table.add([finding.verdict.rawValue, finding.check, sentence])
    }
    table.write(to: &output)
    if report.untoldCount > 0 { output.line("… and \(report.untoldCount) more of the same kinds.") }
    output.line()
    output.line("\(report.verdict.rawValue): \(counts). \(sentence)")
  }

  private var counts: String {
    Verdict.allCases.map { ($0, report.count($0)) }.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }
      .joined(separator: ", ")
  }

  private var sentence: String {
    switch report.verdict {
    case .ok: "Everything was checked and holds."
    case .withheld: "Everything holds as far as it can be seen; what is withheld is said above."
    case .unknown: "What is UNKNOWN cannot be decided from what is at hand."
    case .fail: "The \(title == "Audit" ? "ledger" : "bundle") was falsified or damaged where it says FAIL."
    }
  }

  /// The event with its kind and id, else the file, object or window.
  private func place(_ finding: AuditFinding) -> String {
    guard let event = finding.event else { return finding.place ?? "" }
    guard let line = line?(event), !line.kind.isEmpty else { return "event #\(event)" }
    return "event #\(event) (\(line.kind)" + (line.id.map { ", \($0))" } ?? ")")
  }

  /// Its schema is `output_audit.json`.
  private var json: JSONText {
    .object([
      ("folder", .string(folder)), ("origin", .text(log?.origin)), ("size", .position(log?.size)),
      ("verdict", .string(report.verdict.rawValue)),
      (
        "counts",
        .object(Verdict.allCases.map { ($0.rawValue.lowercased(), .number(report.count($0))) })
      ), ("untold", .number(report.untoldCount)), ("findings", .array(report.findings.map { json($0) })),
    ])
  }

  private func json(_ finding: AuditFinding) -> JSONText {
    let event = event(of: finding)
    return .object([
      ("check", .string(finding.check)), ("verdict", .string(finding.verdict.rawValue)),
      ("what", .string(finding.what)),
      ("event", .position(finding.event)), ("kind", .text(event?.kind)), ("id", .text(event?.id?.description)),
      ("place", .text(finding.place)),
    ])
  }

  private func event(of finding: AuditFinding) -> EventLine? {
    guard let position = finding.event else { return nil }
    return line?(position)
  }

  private func writeCSV(to output: inout Output) {
    output.write(CSV.line(["check", "verdict", "event", "kind", "id", "place", "what"]))
    for finding in report.findings {
      let event = event(of: finding)
      output.write(
        CSV.line([
          finding.check, finding.verdict.rawValue, finding.event.map { "\($0)" } ?? "", event?.kind ?? "",
          event?.id?.description ?? "", finding.place ?? "", finding.what,
        ]))
    }
  }
}
