import Audit
import Foundation
import Ledger
import SQLiteLog
import TestSupport
import TransparencyLog

/// Signed checkpoints, their history, the head beside the key, timestamps.
extension LedgerWay {
  private static func note(_ description: String, _ change: @escaping @Sendable (inout [UInt8]) throws -> Void)
    -> LedgerWay
  {
    cell("\(description) of a checkpoint", "log", "checkpoint 280", "checkpoint", "note", "size = 280", change)
  }

  /// Where a line of a note begins, and a place some bytes into it.
  private static func line(_ number: Int, _ offset: Int, in note: [UInt8]) -> Int {
    note.split(separator: 0x0a, omittingEmptySubsequences: false)[..<number].reduce(0) { $0 + $1.count + 1 } + offset
  }

  private static func signed(_ copy: LedgerCopy, size: UInt64, by key: SignerKey, root: Digest? = nil) throws -> [UInt8]
  {
    let own = try root ?? Ledger.open(at: copy.sample.folder, .reading).tree().root(at: size)
    return try Checkpoint(origin: LedgerSample.origin, size: size, root: own).sign(with: [key]).bytes
  }

  private static func insert(_ copy: LedgerCopy, _ note: [UInt8], size: UInt64) throws {
    try copy.falsify("INSERT INTO checkpoint(size, note) VALUES(\(size), x'\(copy.hex(note))')")
  }

  private static let foreign = try! SignerKey(name: LedgerSample.origin, seed: [UInt8](repeating: 9, count: 32))

  static let notes: [LedgerWay] =
    [
      note("a letter of the origin") { $0[2] ^= 1 },
      note("a digit of the size") { $0[line(1, 2, in: $0)] = 0x39 },
      note("a byte of the root") { $0[line(2, 5, in: $0)] ^= 1 },
      note("the blank line") { $0.remove(at: line(3, 0, in: $0)) },
      note("a byte of the signer's name") { $0[line(4, 6, in: $0)] ^= 1 },
      note("a byte of the key's id") { bytes in
        let at = bytes.lastIndex(of: 0x20) ?? 0
        bytes[at + 2] = bytes[at + 2] == 0x41 ? 0x42 : 0x41
      },
      note("a byte of the signature") { bytes in
        let at = bytes.lastIndex(of: 0x20) ?? 0
        bytes[at + 40] = bytes[at + 40] == 0x41 ? 0x42 : 0x41
      },
      note("the signature") { $0 = Array($0[..<line(4, 0, in: $0)]) },
      note("the last newline") { $0.removeLast() },
      .sql(
        "a checkpoint filed under another size", "log", "checkpoint 281",
        "UPDATE checkpoint SET size = 281 WHERE size = 280"),
      .work("a checkpoint by a foreign key of the same name", "log", "checkpoint 280") { copy, isControl in
        let cell = LedgerCopy.Cell(table: "checkpoint", column: "note", row: "size = 280")
        try copy.set(cell, signed(copy, size: 280, by: isControl ? copy.sample.present : foreign))
      },
      .only("a checkpoint by a key that was retired before", "keys", "checkpoint 300") { copy in
        try insert(copy, signed(copy, size: 300, by: copy.sample.retired), size: 300)
      },
      .only("a checkpoint by a key in other hands, after its last", "keys", "checkpoint 300") { copy in
        try insert(copy, signed(copy, size: 112, by: LedgerSample.stolen), size: 112)
        try insert(copy, signed(copy, size: 300, by: LedgerSample.stolen), size: 300)
      },
      .only("a checkpoint by a key in other hands, its last gone", is: .unknown, "keys", "checkpoint 300") { copy in
        try insert(copy, signed(copy, size: 300, by: LedgerSample.stolen), size: 300)
      },
      .only("another root of the same size, signed by the log", "log", "events #103 to #279, before checkpoint 280") {
        try insert($0, signed($0, size: 280, by: $0.sample.present, root: .emptyRoot), size: 280)
      },
      .sql(
        "the newest checkpoint taken out", is: .unknown, "log", "keys/head",
        "DELETE FROM checkpoint WHERE size = 300"),
      .file("the root in the head", "log", "events #280 to #299, before keys/head", in: "keys/head") { bytes in
        let at = line(1, 3, in: bytes)
        bytes[at] = bytes[at] == 0x41 ? 0x42 : 0x41
      },
      .file("the size in the head", "log", "keys/head", in: "keys/head") { $0[0] = 0x34 },
      .file("what the head is written in", "keys", "keys/head", in: "keys/head") { $0.append(0x20) },
      .only("the head taken away", is: .unknown, "keys", "keys/head") { try $0.remove("keys/head") },
    ]
    + (ThrowAwayAuthority.isPossible
      ? [
        .sql(
          "what is no timestamp", "timestamps", "checkpoint 100",
          "INSERT INTO token(checkpoint, token) VALUES(1, x'30220500')")
      ] : [])
}
