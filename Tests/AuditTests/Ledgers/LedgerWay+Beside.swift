import Audit
import Foundation
import Leaf
import Ledger
import SQLite
import SQLiteLog
import TransparencyLog

/// What lies beside the events: sealed values, originals, keys, permissions, the schema.
extension LedgerWay {
  private static func sealed(
    _ description: String, is verdict: Verdict = .fail, _ column: String,
    _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> LedgerWay {
    cell(description, is: verdict, "protected", "event #13", "disclosure", column, "seq = 13", change)
  }

  private static func keep(_ copy: LedgerCopy, _ index: Int, at position: UInt64) throws {
    let ledger = try Ledger.open(at: copy.folder)
    let sealed = try ledger.disclosures.seal(
      Array(LedgerSample.hidden[index].text.utf8), subject: "somebody", position: position)
    try copy.falsify(
      "INSERT OR REPLACE INTO disclosure(digest, seq, sealed, subject) VALUES(x'\(copy.hex(sealed.digest))', \(position), "
        + "x'\(copy.hex(sealed.sealed))', x'\(copy.hex(sealed.key))')")
  }

  static let values: [LedgerWay] = [
    sealed("a byte of a sealed value", "sealed") { $0[20] ^= 1 },
    sealed("the nonce of a sealed value", "sealed") { $0[0] ^= 1 },
    sealed("a sealed value cut", "sealed") { $0.removeLast() },
    sealed("the digest of a sealed value", "digest") { $0[0] ^= 1 },
    sealed("the number of the key of a sealed value", is: .withheld, "subject") { $0[0] ^= 1 },
    .sql("a sealed value at another event", "protected", "event #14", "UPDATE disclosure SET seq = 14 WHERE seq = 13"),
    .sql("a sealed value taken out", is: .withheld, "protected", "event #13", "DELETE FROM disclosure WHERE seq = 13"),
    .only("the keys of sealed values taken away", is: .withheld, "protected", "event #13") {
      try $0.remove("keys/subjects")
    },
    .only("a redacted value that turns up again", "protected", "event #12") { try keep($0, 0, at: 12) },
    .only("a value for an event that hides nothing", "protected", "event #20") { try keep($0, 0, at: 20) },
    .only("a value for an event that hides another", "protected", "event #13") { try keep($0, 0, at: 13) },
  ]

  private static let digest = Digest.sha256(LedgerSample.original).hex
  private static let original = "evidence/sha256/\(digest.prefix(2))/\(digest)"

  static let files: [LedgerWay] = [
    .file("a byte of an original", "evidence", "event #7", in: original) { $0[0] ^= 1 },
    .file("an original cut", "evidence", "event #7", in: original) { $0.removeLast() },
    .file("an original with a byte more", "evidence", "event #7", in: original) { $0.append(0) },
    .file("an original emptied", "evidence", "event #7", in: original) { $0 = [] },
    .only("an original taken away", is: .withheld, "evidence", "event #7") { try $0.remove(original) },
    .only("an original under the name of another", "evidence", "event #7") { copy in
      try copy.write(original, [UInt8]("what was not seen".utf8))
    },
    .only("an original that no event names", is: .unknown, "evidence", Digest.sha256([1]).hex) { copy in
      let stranger = copy.path("stranger")
      try Data([1]).write(to: URL(fileURLWithPath: stranger))
      _ = try Ledger.open(at: copy.folder).evidence.add(stranger)
      try copy.remove("stranger")
    },
    .work("a signing key that others may read", "files", "keys/log.key") { copy, isControl in
      try copy.mode("keys/log.key", isControl ? 0o600 : 0o644)
    },
    .work("a log that anybody may change", "files", "log.sqlite") { copy, isControl in
      if !isControl { try copy.mode("log.sqlite", 0o666) }
    },
    .only("a signing key of another log", "keys", "") { copy in
      let key = try SignerKey(name: "example.org/another", seed: [UInt8](repeating: 9, count: 32))
      try copy.write("keys/log.key", Array((key.secretText + "\n").utf8))
    },
    .only("a foreign key for that of the log", "log", "checkpoint 100") { copy in
      let key = try SignerKey(name: LedgerSample.origin, seed: [UInt8](repeating: 9, count: 32))
      try copy.write("keys/log.vkey", Array((key.verifier.description + "\n").utf8))
    },
    .sql(
      "another origin", "log", "checkpoint 100", "UPDATE meta SET value = 'example.org/another' WHERE key = 'origin'"),
    .only("a guard rail taken away", "log", "log") {
      try Connection($0.folder.log, .readWrite).execute("DROP TRIGGER event_keep_update")
    },
    .only("a foreign trigger", "log", "log") {
      try Connection($0.folder.log, .readWrite).execute(
        "CREATE TRIGGER spy AFTER INSERT ON event BEGIN SELECT 1; END")
    },
    .only("a foreign table", "log", "log") {
      try Connection($0.folder.log, .readWrite).execute("CREATE TABLE other(seq INTEGER)")
    },
  ]
}
