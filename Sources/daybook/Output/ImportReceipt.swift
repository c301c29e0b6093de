import Exchange
import Leaf
import Ledger
import TransparencyLog

/// What a person or program is told after an import.
struct ImportReceipt {
  private let plan: ImportPlan
  private let appended: Appended?
  private let isDryRun: Bool
  private let ledger: Ledger

  init(_ plan: ImportPlan, _ appended: Appended?, isDryRun: Bool, in ledger: Ledger) {
    self.plan = plan
    self.appended = appended
    self.isDryRun = isDryRun
    self.ledger = ledger
  }

  func print(_ format: TextFormat, _ output: inout Output) {
    if format == .table { text(&output) } else { output.line(String(decoding: json.encode(), as: UTF8.self)) }
  }

  private var summary: ImportSummary { plan.summary }

  private func text(_ output: inout Output) {
    let name = TextWidth.safe(plan.file.name)
    if let position = summary.known {
      output.line("\(name) was imported before, as #\(position), into the data set \(plan.dataSet).")
      output.line("There was nothing to append.")
      return
    }
    let revision = plan.earlier.isEmpty ? "" : ", a revision of #\(plan.earlier.last?.position ?? 0)"
    output.line("\(name): \(plan.releaseName)\(revision)")
    output.line("  rows        \(Progress.grouped(UInt64(summary.rows)))")
    output.line("  new         \(Progress.grouped(UInt64(summary.added)))")
    if !plan.earlier.isEmpty {
      output.line("  as before   \(Progress.grouped(UInt64(summary.kept)))")
      output.line("  corrected   \(Progress.grouped(UInt64(summary.corrected)))")
      output.line("  retracted   \(Progress.grouped(UInt64(summary.retracted)))")
      if summary.missing > summary.retracted {
        output.line("  missing     \(Progress.grouped(UInt64(summary.missing - summary.retracted))), not retracted")
      }
    }
    output.line("  names       \(Progress.grouped(UInt64(summary.names)))")
    if summary.repeated > 0 {
      let first = summary.repeatedKeys.map { "\(TextWidth.safe($0.key)) (row \($0.row))" }.joined(separator: ", ")
      output.line("  ids repeated inside the file \(summary.repeated): \(first)\(summary.repeated > 5 ? " …" : "")")
    }
    guard let receipt = appended?.receipt else { return }
    let new = receipt.appended
    let span =
      new.isEmpty
      ? "nothing" : "\(Progress.grouped(UInt64(new.count))) events, #\(new.lowerBound) to #\(new.upperBound - 1)"
    if isDryRun {
      output.line("Would append \(span). Nothing was appended: this was a dry run.")
    } else {
      output.line("Appended \(span). The ledger has \(Progress.grouped(receipt.size)) events.")
      if !plan.earlier.isEmpty, new.lowerBound > 0 {
        output.line("What was revised: daybook view changes --since '#\(new.lowerBound - 1)'")
      }
    }
  }

  /// Its schema is `output_import.json`.
  private var json: Value {
    let new = appended?.receipt.appended
    let span = new.flatMap { $0.isEmpty ? nil : $0 }
    return [
      "dry_run": .boolean(isDryRun), "file": .string(plan.file.name), "sha256": .string(plan.file.digest.hex),
      "data_set": .string(plan.dataSet), "known": summary.known.map { .integer(Int64($0)) } ?? .null,
      "rows": .integer(Int64(summary.rows)), "added": .integer(Int64(summary.added)),
      "kept": .integer(Int64(summary.kept)), "corrected": .integer(Int64(summary.corrected)),
      "retracted": .integer(Int64(summary.retracted)), "missing": .integer(Int64(summary.missing)),
      "repeated": .integer(Int64(summary.repeated)), "names": .integer(Int64(summary.names)),
      "first": span.map { .integer(Int64($0.lowerBound)) } ?? .null,
      "last": span.map { .integer(Int64($0.upperBound - 1)) } ?? .null,
      "size": .integer(Int64((appended?.receipt.size) ?? (try? ledger.size) ?? 0)),
    ]
  }
}
