import Leaf
import Ledger
import SQLiteLog
import TransparencyLog

/// A frozen ledger that a new one continues.
struct Predecessor {
  /// Its last checkpoint.
  let checkpoint: TransparencyLog.Checkpoint
  private let note: [UInt8]
  private let key: VerifierKey

  /// Reads the last checkpoint of the ledger in a folder, which must be frozen.
  init(_ path: String, successor: String) throws {
    let folder = LedgerFolder(path)
    guard folder.isLedger else { throw Complaint(.noInput, "--after: '\(path)' is not a ledger") }
    let ledger = try Ledger.open(at: folder, .reading)
    guard let frozen = try ledger.keys.frozen() else {
      throw Complaint(
        .badInput, "--after: '\(path)' is not frozen; end it first: daybook key freeze --ledger \(path) --reason TEXT")
    }
    guard !ledger.origin.utf8.elementsEqual(successor.utf8) else {
      throw Complaint(
        .badInput, "--origin: '\(successor)' is the name of the frozen log: a new log needs a name of its own")
    }
    guard let stored = try ledger.checkpoints().last(where: { $0.size == frozen.size }) else {
      throw Complaint(.badInput, "--after: '\(path)' has not kept its last checkpoint, of \(frozen.size) events")
    }
    let keys = try ledger.keys.verifiers()
    do throws(CheckpointError) {
      let opened = try Checkpoint.open(stored.note, origin: ledger.origin, logKeys: keys)
      checkpoint = opened.checkpoint
    } catch { throw Complaint(.falsified, "--after: the last checkpoint of '\(path)' does not hold: \(error)") }
    note = stored.note
    key = try ledger.keys.verifier()
  }

  /// Names it by the first event of a new ledger.
  func append(to ledger: Ledger) throws {
    let draft: Value = [
      "kind": "policy",
      "payload": [
        "subject": "key", "key": .string(KeyID.text(key)),
        "settings": [
          "state": "predecessor", "origin": .string(checkpoint.origin), "size": .integer(Int64(checkpoint.size)),
          "root": .string(checkpoint.root.hex), "vkey": .string(key.description),
          "checkpoint": .string(String(decoding: note, as: UTF8.self)),
        ],
      ],
      "note": .string("Continues the log \(checkpoint.origin), which was frozen at \(checkpoint.size) events."),
    ]
    _ = try Appending(ledger).append(DraftList([draft.encode()]), .few)
  }
}
