import ViewStore
import Views
import Vocabulary

extension Comparison {
  /// The members of what changed; part of `output_diff.json` and `output_change.json`.
  func members(_ columns: [Column]) -> [(String, JSONText)] {
    [
      ("added", .array(added.map { .object($0.members(columns)) })),
      ("removed", .array(removed.map { .object($0.members(columns)) })),
      ("changed", .array(changed.map(\.json))),
    ]
  }

  /// Every event that a changed row came to rest on, or no longer rests on.
  var events: [UInt64] {
    let rows = (added + removed).flatMap(\.events)
    return Set(rows + changed.flatMap { $0.entered + $0.left }).sorted()
  }
}

extension Comparison.Change {
  /// One changed row.
  var json: JSONText {
    .object([
      ("key", .string(key)),
      (
        "cells",
        .array(
          cells.map { cell in
            .object([("column", .string(cell.column)), ("was", cell.was.json), ("now", cell.now.json)])
          })
      ), ("entered", .positions(entered)), ("left", .positions(left)),
    ])
  }
}

extension EventLine {
  var json: JSONText {
    .object([
      ("event", .position(position)), ("id", .text(id?.description)), ("kind", .string(kind)),
      ("summary", .string(summary)),
    ])
  }
}
