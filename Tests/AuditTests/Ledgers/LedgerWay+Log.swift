import Audit
import Ledger
import TransparencyLog

/// Leaves, their order, tiles and the right edge.
extension LedgerWay {
  private static func leaf(_ description: String, _ old: String, becomes new: String, of seq: Int = 10) -> LedgerWay {
    text("\(description) of a leaf", "log", "event #\(seq)", "event", "leaf", "seq = \(seq)", old, becomes: new)
  }

  /// One byte of each class that a leaf has.
  static let leaves: [LedgerWay] = [
    leaf("a byte of the recorder", "test", becomes: "tesu"), leaf("a digit of the time", "T08:", becomes: "T09:"),
    leaf("a digit of the id", "000a\"", becomes: "000b\""),
    leaf("a letter of the kind", "presence", becomes: "presense"),
    leaf("a digit of the version", "\"v\":1", becomes: "\"v\":2"),
    leaf("a letter of a key", "\"by\"", becomes: "\"bx\""),
    leaf("a quotation mark", "\"kind\"", becomes: "'kind\""), leaf("a brace", "{\"at\"", becomes: "[\"at\""),
    leaf("a comma", ",\"by\"", becomes: ";\"by\""), leaf("a colon", "\"by\":", becomes: "\"by\"="),
    leaf("a space more in the middle", ",\"kind\"", becomes: ", \"kind\""),
    leaf("the position in a reference", "\"seq\":9", becomes: "\"seq\":8"),
    leaf("the word of a reference", "cites", becomes: "cited"),
    leaf("the hash in a reference", "\"leaf\":\"", becomes: "\"leaf\":\"0"),
    leaf("a digit of the digest of an original", "\"evidence\":\"", becomes: "\"evidence\":\"0", of: 7),
    leaf("a letter of a commitment", "\"_sd\":[\"", becomes: "\"_sd\":[\"A", of: 13),
    leaf("a letter of a redaction's reason", "asked", becomes: "agreed", of: 30),
    leaf("a letter of a key's state", "retired", becomes: "resumed", of: 102),
    .cell("a leaf cut", "log", "event #10", "event", "leaf", "seq = 10") { $0.removeLast() },
    .cell("a leaf with a byte more", "log", "event #10", "event", "leaf", "seq = 10") { $0.append(0x20) },
    .cell("a leaf emptied", "log", "event #10", "event", "leaf", "seq = 10") { $0 = [] },
    .cell("a leaf with a byte that is no text", "log", "event #10", "event", "leaf", "seq = 10") { $0[20] = 0xff },
    .text("the first event", "log", "event #0", "event", "leaf", "seq = 0", "test", becomes: "tesu"),
    .text("an event in the tail", "log", "event #290", "event", "leaf", "seq = 290", "test", becomes: "tesu"),
    .text("the last event", "log", "event #299", "event", "leaf", "seq = 299", "test", becomes: "tesu"),
  ]

  static let events: [LedgerWay] = [
    .work("two events swapped", "log", "event #20") { copy, isControl in
      try copy.falsify(
        "CREATE TEMP TABLE swap AS SELECT seq, leaf FROM event WHERE seq IN (20, 21)",
        "UPDATE event SET leaf = (SELECT leaf FROM swap WHERE swap.seq = \(isControl ? "event.seq" : "41 - event.seq")) "
          + "WHERE seq IN (20, 21)")
    },
    .sql("an event taken out", "log", "event #30", "DELETE FROM event WHERE seq = 30"),
    .sql("the last event taken out", "log", "", "DELETE FROM event WHERE seq = 299"),
    .sql(
      "an event more at the end", "log", "", "INSERT INTO event SELECT 300, leaf FROM event WHERE seq = 299"),
    .sql(
      "an event in the place of another", "log", "event #50",
      "UPDATE event SET leaf = (SELECT leaf FROM event WHERE seq = 49) WHERE seq = 50"),
    .sql("an id in the index led elsewhere", "events", "event #4", "UPDATE event_id SET seq = 5 WHERE seq = 4"),
    .sql("an id taken out of the index", "events", "event #4", "DELETE FROM event_id WHERE seq = 4"),
    .sql("an id more in the index", "events", "index of ids", "INSERT INTO event_id VALUES(x'00ff', 4)"),
  ]

  static let tiles: [LedgerWay] = [
    .cell("a leaf hash in a full tile", "log", "event #10", "tile", "data", "id = 0") { $0[325] ^= 1 },
    .cell("a full tile cut", "log", "tile", "tile", "data", "id = 0") { $0.removeLast(32) },
    .cell("a full tile with a hash more", "log", "tile", "tile", "data", "id = 0") { $0 += $0[0..<32] },
    .sql("a full tile taken out", "log", "tile", "DELETE FROM tile"),
    .sql("a full tile under another number", "log", "tile", "UPDATE tile SET id = 7"),
    .sql("a full tile that no events fill", "log", "tile", "INSERT INTO tile SELECT 1, data FROM tile"),
    .cell("a leaf hash at the right edge", "log", "event #290", "frontier", "state", "one = 1") {
      $0[8 + 34 * 32] ^= 1
    },
    .cell("a hash above the leaves at the right edge", "log", "tile", "frontier", "state", "one = 1") {
      $0[8 + 44 * 32 + 5] ^= 1
    },
    .cell("the size of the right edge", "log", "", "frontier", "state", "one = 1") { $0[7] ^= 1 },
    .cell("the right edge cut", "log", "", "frontier", "state", "one = 1") { $0.removeLast(32) },
    .sql("the right edge taken out", "log", "", "DELETE FROM frontier"),
    .work(
      "an event altered, and its tile and the right edge repaired", "log", "events #0 to #99, before checkpoint 100"
    ) {
      copy, isControl in
      try copy.rebuild { position, leaf in position == 10 && !isControl ? copy.altered(leaf) : leaf }
    },
    .work("an event altered, and its tile alone repaired", "log", "events #0 to #99, before checkpoint 100") {
      copy, isControl in
      let leaf = LedgerCopy.Cell(table: "event", column: "leaf", row: "seq = 10")
      let tile = LedgerCopy.Cell(table: "tile", column: "data", row: "id = 0")
      let bytes = try isControl ? copy.value(leaf) : copy.altered(copy.value(leaf))
      var hashes = try copy.value(tile)
      hashes.replaceSubrange(320..<352, with: Digest.leaf(bytes).bytes)
      try copy.set(leaf, bytes)
      try copy.set(tile, hashes)
    },
    .work("history rewritten from an event on, and all repaired", "log", "events #103 to #279, before checkpoint 280") {
      copy, isControl in
      try copy.rewrite(from: isControl ? 300 : 150)
    },
    .work("the last events rewritten, and all repaired", "log", "events #280 to #299, before checkpoint 300") {
      copy, isControl in
      try copy.rewrite(from: isControl ? 300 : 295)
    },
  ]
}
