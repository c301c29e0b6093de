import Audit
import Foundation
import Leaf
import Ledger
import TransparencyLog

/// Entries, tiles and checkpoints.
extension BundleWay {
  private static let first = "data/log/tile/entries/000"
  private static let last = "data/log/tile/entries/002.p/88"
  private static let tile = "data/log/tile/0/000"
  private static let checkpoint = "data/log/checkpoint"

  /// Where leaf `index` begins in a file of entries.
  private static func start(of index: Int, in bytes: [UInt8]) -> Int {
    var at = 0
    for _ in 0..<index { at += 2 + (Int(bytes[at]) << 8 | Int(bytes[at + 1])) }
    return at
  }

  /// A byte of the recorder's name in a leaf: `test` becomes `tesu`.
  private static func alter(_ index: Int, in bytes: inout [UInt8]) {
    var at = start(of: index, in: bytes)
    while !bytes[at...].starts(with: "test".utf8) { at += 1 }
    bytes[at + 3] += 1
  }

  static let entries: [BundleWay] = [
    .bytes("a byte of an entry in a full tile", "log", "event #10", in: first) { alter(10, in: &$0) },
    .bytes("a byte of the first entry", "log", "event #0", in: first) { alter(0, in: &$0) },
    .bytes("a byte of an entry in the tail", "log", "event #590", in: last) { alter(78, in: &$0) },
    .bytes("a byte of an entry, and nothing repaired", repair: .none, "log", "event #10", in: first) {
      alter(10, in: &$0)
    },
    .bytes("two entries swapped", "log", "event #30", in: first) { bytes in
      let (a, b, c) = (start(of: 30, in: bytes), start(of: 31, in: bytes), start(of: 32, in: bytes))
      let (one, two) = (Array(bytes[a..<b]), Array(bytes[b..<c]))
      bytes.replaceSubrange(a..<c, with: two + one)
    },
    .bytes("the length of an entry", "log", first, in: first) { $0[1] &+= 40 },
    .bytes("the length of an entry is a bomb", "log", first, in: first) { $0[0] = 0xff },
    .bytes("an entry taken out", "log", first, in: first) { bytes in
      bytes.removeSubrange(start(of: 40, in: bytes)..<start(of: 41, in: bytes))
    },
    .bytes("a file of entries cut", "log", last, in: last) { $0.removeLast(3) },
    .work("a file of entries missing", "log", "data/log/tile/entries/001") { copy, isControl in
      if !isControl { try copy.remove("data/log/tile/entries/001") }
    },
    .bytes("a leaf hash in a full tile", "log", "event #10", in: tile) { $0[325] ^= 1 },
    .bytes("a leaf hash in a partial tile", "log", "event #520", in: "data/log/tile/0/002.p/88") { $0[8 * 32] ^= 1 },
    .bytes("a hash above the leaves", "log", "data/log/tile", in: "data/log/tile/1/000.p/2") { $0[40] ^= 1 },
    .work("a full tile missing", "log", tile) { copy, isControl in if !isControl { try copy.remove(tile) } },
    .work("a partial tile missing", "log", "data/log/tile/1/000.p/2") { copy, isControl in
      if !isControl { try copy.remove("data/log/tile/1/000.p/2") }
    },
    .bytes("a tile cut", "log", "data/log/tile/0/002.p/88", in: "data/log/tile/0/002.p/88") { $0.removeLast(32) },
    .only(
      "a tile too many", "log", "data/log/tile/0/003", only: { try $0.write("data/log/tile/0/003", $0.read(tile)) }),
    .work("history rewritten and its tiles repaired", "log", "events #300 to #449, before data/log/checkpoints/450") {
      copy, isControl in
      try rebuild(copy) { position, leaf in
        guard position == 320, !isControl else { return leaf }
        return Array(String(decoding: leaf, as: UTF8.self).replacingOccurrences(of: "test", with: "tesu").utf8)
      }
    },
  ]

  /// Makes all entries and tiles anew, as somebody does who repairs what gives him away.
  private static func rebuild(_ copy: BundleCopy, size: Int = 600, _ change: (Int, [UInt8]) throws -> [UInt8]) throws {
    try copy.remove("data/log/tile")
    var frontier = Frontier()
    var bundle: [UInt8] = []
    for position in 0..<size {
      let leaf = try change(position, copy.sample.ledger.leaf(at: UInt64(position)))
      unsafe leaf.withUnsafeBytes { unsafe EntryBundle.append($0, to: &bundle) }
      var full: [(TileID, [UInt8])] = []
      frontier.append(Digest.leaf(leaf)) { full.append(($0, $1)) }
      for (tile, bytes) in full { try copy.write("data/log/" + tile.path(), bytes) }
      if position & 255 == 255 {
        try copy.write("data/log/tile/entries/00\(position >> 8)", bundle)
        bundle = []
      }
    }
    for level in 0..<frontier.levels where frontier.width(level: level) > 0 {
      let tile = TileID(level: level, index: UInt64(size) >> UInt64(8 * (level + 1)))
      try copy.write(
        "data/log/" + tile.path(width: frontier.width(level: level)), frontier.partialTileBytes(level: level))
    }
    if size & 255 > 0 { try copy.write("data/log/tile/entries/00\(size >> 8).p/\(size & 255)", bundle) }
  }

  /// Puts back what was signed at 300, as if nothing had been recorded since.
  private static func rollBack(_ copy: BundleCopy) throws {
    try rebuild(copy, size: 300) { $1 }
    for size in [450, 600] { try copy.remove("data/log/checkpoints/\(size)") }
    try copy.remove("data/log/timestamps")
    try copy.write(checkpoint, copy.sample.notes[300] ?? [])
    for proof in [7, 12, 599] { try copy.remove("data/proofs/\(proof).tlog-proof") }
    try copy.write(
      "data/views/views.json", text: copy.text("data/views/views.json").replacingOccurrences(of: "600", with: "300"))
  }

  /// A checkpoint that the log's own key signs over another history.
  private static func fork(_ copy: BundleCopy, size: UInt64) throws -> [UInt8] {
    let signer = try copy.sample.ledger.keys.signers(for: "example.org/bundle")[0]
    return try Checkpoint(origin: "example.org/bundle", size: size, root: Digest.sha256([1])).sign(with: [signer]).bytes
  }

  private static func stranger(_ name: String = "example.org/bundle") throws -> SignerKey {
    try SignerKey(name: name, seed: [UInt8](repeating: 9, count: 32))
  }

  static let checkpoints: [BundleWay] = [
    .text("the size in the checkpoint", "log", checkpoint, in: checkpoint, "\n600\n", becomes: "\n599\n"),
    .text(
      "the size in the checkpoint is a bomb", "log", checkpoint, in: checkpoint, "\n600\n",
      becomes: "\n1152921504606846976\n"),
    .text("the checkpoint signs nothing", "log", checkpoint, in: checkpoint, "\n600\n", becomes: "\n0\n"),
    .bytes("the root in the checkpoint", "log", checkpoint, in: checkpoint) { bytes in
      bytes[24] = bytes[24] == 0x41 ? 0x42 : 0x41
    },
    .text(
      "the name of the log", "log", checkpoint, in: checkpoint, "example.org/bundle\n600",
      becomes: "example.org/bundlf\n600"),
    .bytes("the signature of the log", "log", checkpoint, in: checkpoint) { bytes in
      let at = bytes.count - 20
      bytes[at] = bytes[at] == 0x41 ? 0x42 : 0x41
    },
    .bytes("the checkpoint is no note", "log", checkpoint, in: checkpoint) { $0 = Array("600\n".utf8) },
    .work("a foreign key signed, and the copy of the keys agrees", "log", checkpoint) { copy, isControl in
      let old = try Checkpoint(text: Note(copy.read(checkpoint)).text)
      guard !isControl else { return try copy.write(checkpoint, copy.read(checkpoint)) }
      try copy.write(checkpoint, old.sign(with: [stranger()]).bytes)
      try copy.write("data/trust/policy.txt", text: "log \(stranger().verifier)\nquorum none\n")
    },
    .only("no key from outside", is: .unknown, "trust", "", only: { $0.keys = [] }),
    .text(
      "an older checkpoint", "log", "data/log/checkpoints/300", in: "data/log/checkpoints/300", "\n300\n",
      becomes: "\n299\n"),
    .only(
      "an older checkpoint under another size", "log", "data/log/checkpoints/301",
      only: {
        try $0.write("data/log/checkpoints/301", $0.read("data/log/checkpoints/300"))
      }),
    .work(
      "a forked log: an older checkpoint of another history", "log",
      "events #0 to #299, before data/log/checkpoints/300"
    ) {
      copy, isControl in
      try copy.write(
        "data/log/checkpoints/300", isControl ? copy.read("data/log/checkpoints/300") : fork(copy, size: 300))
    },
    .only(
      "a log rolled back, and nobody knows a newer checkpoint", is: .unknown, "log", "",
      only: { copy in
        copy.against = []
        try rollBack(copy)
      }),
    .work("a log rolled back, and a newer checkpoint is known", "log", "the letter of May") { copy, isControl in
      copy.against = [("the letter of May", copy.sample.notes[600] ?? [])]
      if !isControl { try rollBack(copy) }
    },
    .work("a restored backup that signs on", "log", "events #450 to #599, before the witness") { copy, isControl in
      copy.against = [("the witness", isControl ? copy.sample.notes[600] ?? [] : try fork(copy, size: 600))]
    },
    .work("a lying mirror: its checkpoint has another root", "log", "events #300 to #449, before the mirror") {
      copy, isControl in
      copy.against = [("the mirror", isControl ? copy.sample.notes[450] ?? [] : try fork(copy, size: 450))]
    },
    .work("a stale witness: the policy asks for a cosignature that is not there", "log", checkpoint) {
      copy, isControl in
      let witness = try SignerKey(
        name: "example.org/witness", seed: [UInt8](repeating: 5, count: 32), algorithm: .cosignature)
      copy.policy = "log \(copy.sample.key)\nwitness w \(witness.verifier)\nquorum w\n"
      let of = isControl ? checkpoint : "data/log/checkpoints/450"
      let cosigned = try Note(copy.read(of)).adding([witness.cosign(Note(copy.read(of)).text, time: 1_800_000_000)])
      try copy.write(of, cosigned.bytes)
      if isControl { try copy.write("data/log/checkpoints/600", cosigned.bytes) }
    },
    .work("the time of a cosignature", "log", checkpoint) { copy, isControl in
      let witness = try SignerKey(
        name: "example.org/witness", seed: [UInt8](repeating: 5, count: 32), algorithm: .cosignature)
      copy.policy = "log \(copy.sample.key)\nwitness w \(witness.verifier)\nquorum w\n"
      let note = try Note(copy.read(checkpoint))
      var signature = witness.cosign(note.text, time: 1_800_000_000)
      if !isControl {
        var bytes = signature.bytes
        bytes[7] ^= 1
        signature = NoteSignature(name: signature.name, keyID: signature.keyID, bytes: bytes)
      }
      try copy.write(checkpoint, note.adding([signature]).bytes)
    },
  ]
}
