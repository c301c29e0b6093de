import Audit
import Ledger
import Testing

/// One way to falsify a ledger, what the audit must say of it, and where.
struct LedgerWay: CustomTestStringConvertible, Sendable {
  var testDescription: String
  /// Falsifies the copy; or, when told so, does the same work without falsifying anything.
  var apply: @Sendable (LedgerCopy, _ isControl: Bool) throws -> Void
  var verdict = Verdict.fail
  var check: String
  var place: String

  /// A way that does some work, of which its control does as much as falsifies nothing.
  static func work(
    _ description: String, is verdict: Verdict = .fail, _ check: String, _ place: String,
    _ apply: @escaping @Sendable (LedgerCopy, Bool) throws -> Void
  ) -> LedgerWay {
    LedgerWay(testDescription: description, apply: apply, verdict: verdict, check: check, place: place)
  }

  /// A way that only makes a change; its control makes none.
  static func only(
    _ description: String, is verdict: Verdict = .fail, _ check: String, _ place: String,
    only change: @escaping @Sendable (LedgerCopy) throws -> Void
  ) -> LedgerWay {
    work(description, is: verdict, check, place) { copy, isControl in if !isControl { try change(copy) } }
  }

  /// A way that runs SQL; its control runs none.
  static func sql(
    _ description: String, is verdict: Verdict = .fail, _ check: String, _ place: String, _ statement: String
  ) -> LedgerWay {
    only(description, is: verdict, check, place) { try $0.falsify(statement) }
  }

  /// A way that changes one value of the log's file; its control writes the same bytes anew.
  static func cell(
    _ description: String, is verdict: Verdict = .fail, _ check: String, _ place: String,
    _ table: String, _ column: String, _ row: String, _ change: @escaping @Sendable (inout [UInt8]) throws -> Void
  ) -> LedgerWay {
    work(description, is: verdict, check, place) { copy, isControl in
      let cell = LedgerCopy.Cell(table: table, column: column, row: row)
      var bytes = try copy.value(cell)
      if !isControl { try change(&bytes) }
      try copy.set(cell, bytes)
    }
  }

  /// A way that changes a text inside one value of the log's file.
  static func text(
    _ description: String, is verdict: Verdict = .fail, _ check: String, _ place: String,
    _ table: String, _ column: String, _ row: String, _ old: String, becomes new: String
  ) -> LedgerWay {
    cell(description, is: verdict, check, place, table, column, row) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      try #require(text.contains(old), "\(text) does not hold \(old)")
      bytes = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    }
  }

  /// A way that changes the bytes of one file; its control writes the same bytes anew.
  static func file(
    _ description: String, is verdict: Verdict = .fail, _ check: String, _ place: String, in name: String,
    _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> LedgerWay {
    work(description, is: verdict, check, place) { copy, isControl in
      var bytes = try copy.read(name)
      if !isControl { change(&bytes) }
      try copy.write(name, bytes)
    }
  }

  static let all = leaves + events + tiles + notes + values + files + logs
}
