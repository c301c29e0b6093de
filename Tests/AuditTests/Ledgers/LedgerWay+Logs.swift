import Audit
import Foundation
import Ledger
import SQLiteLog
import TransparencyLog

/// The log as a whole, against what others hold: cut, rolled back, forked; stale witnesses, lying mirrors, foreign keys.
extension LedgerWay {
  private static let letter = "the letter"

  private static func note(_ copy: LedgerCopy, _ size: UInt64) -> [UInt8] { copy.sample.notes[size] ?? [] }

  /// A note with the cosignature of a witness, whose key the auditor gets.
  private static func cosigned(_ note: [UInt8], for copy: LedgerCopy) throws -> [UInt8] {
    let signer = try SignerKey(name: "witness.example", seed: [UInt8](repeating: 7, count: 32))
    let key = try VerifierKey(name: signer.name, publicKey: signer.verifier.publicKey, algorithm: .cosignature)
    let time: UInt64 = 1_764_000_000
    let signature = signer.sign(Array("cosignature/v1\ntime \(time)\n".utf8) + (try Note(note).text)).bytes
    let stamped = (0..<8).map { UInt8(truncatingIfNeeded: time >> UInt64(56 - 8 * $0)) } + signature
    copy.witnesses = [key]
    return note + Array((NoteSignature(name: key.name, keyID: key.id, bytes: stamped).description + "\n").utf8)
  }

  /// A backup of 280 events is put back, with its keys and head, and signs on.
  private static func signOn(_ copy: LedgerCopy, by recorder: String) throws {
    try copy.rollBack(to: 280)
    try copy.setHead(note(copy, 280))
    let ledger = try Ledger.open(at: copy.folder)
    try LedgerSample.append(to: ledger, 280..<300, by: recorder)
    _ = try ledger.checkpoint()
  }

  static let logs: [LedgerWay] = [
    .only("the tail cut, with the head beside the key", "log", "keys/head") { try $0.rollBack(to: 280) },
    .only("the tail cut, and the head taken away", is: .unknown, "log", "") { copy in
      try copy.rollBack(to: 280)
      try copy.remove("keys/head")
    },
    .work("the tail cut, and a newer checkpoint is known", "log", letter) { copy, isControl in
      copy.outside = [(letter, note(copy, 300))]
      guard !isControl else { return }
      try copy.rollBack(to: 280)
      try copy.remove("keys/head")
    },
    .work("a whole backup put back, and a newer checkpoint is known", "log", letter) { copy, isControl in
      copy.outside = [(letter, note(copy, 300))]
      guard !isControl else { return }
      try copy.rollBack(to: 280)
      try copy.setHead(note(copy, 280))
    },
    .work("a restored backup that signs on", "log", "events #280 to #299, before \(letter)") { copy, isControl in
      copy.outside = [(letter, note(copy, 300))]
      try signOn(copy, by: isControl ? "test" : "tesu")
    },
    .work("a log that was forked, and a mirror of what others saw", "mirrors", "event #280") { copy, isControl in
      copy.mirrors = [try copy.other().mirror()]
      try signOn(copy, by: isControl ? "test" : "tesu")
    },
    .work("a stale witness", is: .unknown, "log", "") { copy, isControl in
      copy.outside = [("the witness", try cosigned(note(copy, isControl ? 300 : 103), for: copy))]
      if !isControl { try copy.remove("keys/head") }
    },
    .work("a witness that saw a newer log", "log", "the witness") { copy, isControl in
      copy.outside = [("the witness", try cosigned(note(copy, 300), for: copy))]
      guard !isControl else { return }
      try copy.rollBack(to: 280)
      try copy.setHead(note(copy, 280))
    },
    .work("a cosignature of which a byte was altered", "log", "the witness") { copy, isControl in
      var bytes = try cosigned(note(copy, 300), for: copy)
      if !isControl { bytes[bytes.count - 20] = bytes[bytes.count - 20] == 0x41 ? 0x42 : 0x41 }
      copy.outside = [("the witness", bytes)]
    },
    .work("a checkpoint from elsewhere by a foreign key", "log", letter) { copy, isControl in
      let foreign = try SignerKey(name: LedgerSample.origin, seed: [UInt8](repeating: 9, count: 32))
      let checkpoint = try Checkpoint(text: Note(note(copy, 300)).text)
      copy.outside = [(letter, try checkpoint.sign(with: [isControl ? copy.sample.present : foreign]).bytes)]
    },
    .work("a checkpoint from elsewhere by a key that was retired before", "keys", letter) { copy, isControl in
      let key = isControl ? copy.sample.present : copy.sample.retired
      copy.outside = [(letter, try Checkpoint(text: Note(note(copy, 300)).text).sign(with: [key]).bytes)]
    },
    .work("a mirror that lies", "mirrors", "the mirror") { copy, isControl in
      let other = try copy.other()
      try other.rebuild { position, leaf in position == 50 && !isControl ? other.altered(leaf) : leaf }
      copy.mirrors = [try other.mirror()]
    },
    .work("events rewritten and all repaired, against a mirror", "mirrors", "event #150") { copy, isControl in
      copy.mirrors = [try copy.other().mirror()]
      try copy.rewrite(from: isControl ? 300 : 150)
    },
    .work("the tail cut, against a mirror", "mirrors", "the mirror") { copy, isControl in
      copy.mirrors = [try copy.other().mirror()]
      guard !isControl else { return }
      try copy.rollBack(to: 280)
      try copy.remove("keys/head")
    },
  ]
}
