import Audit
import Foundation
import Leaf
import Ledger
import TransparencyLog

/// Proofs, protected values, originals, timestamps and tables.
extension BundleWay {
  private static let proof = "data/proofs/12.tlog-proof"
  private static let shown = "data/disclosures.jsonl"
  private static let digest = Digest.sha256(BundleSample.original).hex
  private static let original = "data/evidence/sha256/\(digest.prefix(2))/\(digest)"

  /// Changes the lines of hashes in a proof file.
  private static func hashes(_ bytes: inout [UInt8], _ change: (inout [Substring]) -> Void) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\n\n") else { return }
    var lines = text[..<end.lowerBound].split(separator: "\n")
    change(&lines)
    bytes = Array((lines.joined(separator: "\n") + text[end.lowerBound...]).utf8)
  }

  static let proofs: [BundleWay] = [
    .text("the index of a proof", "proofs", proof, in: proof, "index 12", becomes: "index 13"),
    .only(
      "a proof under another name", "proofs", "data/proofs/13.tlog-proof",
      only: {
        try $0.write("data/proofs/13.tlog-proof", $0.read(proof))
      }),
    .bytes("a hash of a proof", "proofs", proof, in: proof) { bytes in
      hashes(&bytes) { $0[3] = $0[4] }
    },
    .bytes("a proof with a surplus hash", "proofs", proof, in: proof) { bytes in hashes(&bytes) { $0.append($0[2]) } },
    .bytes("a proof that lacks a hash", "proofs", proof, in: proof) { bytes in hashes(&bytes) { $0.removeLast() } },
    .bytes("a proof with more hashes than any tree has", "proofs", proof, in: proof) { bytes in
      hashes(&bytes) { lines in lines += [Substring](repeating: lines[2], count: 80) }
    },
    .text("a proof whose checkpoint is another", "proofs", proof, in: proof, "\n600\n", becomes: "\n601\n"),
    .work("a proof whose checkpoint is signed by a stranger", "proofs", proof) { copy, isControl in
      guard !isControl else { return try copy.write(proof, copy.read(proof)) }
      let signer = try SignerKey(name: "example.org/bundle", seed: [UInt8](repeating: 9, count: 32))
      var file = try InclusionProofFile(copy.read(proof))
      let tree = try Checkpoint(text: Note(file.checkpoint).text)
      file = InclusionProofFile(index: file.index, proof: file.proof, checkpoint: try tree.sign(with: [signer]).bytes)
      try copy.write(proof, file.bytes)
    },
    .text(
      "an event of a selection", of: .selected, "proofs", proof, in: "data/events/12.json", "test", becomes: "tesu"),
    .only(
      "an event of a selection without its proof", of: .selected, "proofs", "event #12", only: { try $0.remove(proof) }),
    .only(
      "an event of a selection under another name", of: .selected, "events", "data/events/012.json",
      only: {
        try $0.write("data/events/012.json", $0.read("data/events/12.json"))
      }),
    .only(
      "a selection of nothing", of: .selected, "log", "data/events",
      only: { copy in
        try copy.remove("data/events")
        try copy.remove("data/proofs")
      }),
    .text(
      "the checkpoint of a selection", of: .selected, "log", "data/log/checkpoint", in: "data/log/checkpoint",
      "\n600\n",
      becomes: "\n601\n"),
    .only(
      "a full bundle passed off as a selection", is: .unknown, "log", "",
      only: { copy in
        try copy.remove("data/log/tile")
        for position in [7, 12, 599] {
          try copy.write("data/events/\(position).json", copy.sample.ledger.leaf(at: UInt64(position)))
        }
      }),
    .work("a timestamp of another checkpoint", "time", "data/log/timestamps/450.1.tsr") { copy, isControl in
      try copy.write(
        "data/log/timestamps/450.1.tsr", BundleSample.token(over: copy.sample.notes[isControl ? 450 : 300] ?? []))
    },
    .only(
      "a timestamp of a checkpoint that is not here", "time", "data/log/timestamps/17.1.tsr",
      only: {
        try $0.write("data/log/timestamps/17.1.tsr", $0.read("data/log/timestamps/450.1.tsr"))
      }),
    .text("a table", "views", "data/views/control.csv", in: "data/views/control.csv", "claimed", becomes: "controlled"),
    .only(
      "a table that is not listed", "views", "data/views/attacks.csv",
      only: {
        try $0.write("data/views/attacks.csv", text: "key\r\n")
      }),
    .text(
      "tables of another size", "views", "data/views/views.json", in: "data/views/views.json", "600", becomes: "599"),
  ]

  static let values: [BundleWay] = [
    .work("a shown value", "protected", "event #12") { copy, isControl in
      try copy.replace(shown, BundleSample.hidden[0].text, with: isControl ? BundleSample.hidden[0].text : "W10")
    },
    .text(
      "a value shown for another event", "protected", "event #13", in: shown, "\"leaf\":12", becomes: "\"leaf\":13"),
    .text(
      "a value shown for an event that does not exist", "protected", "event #6000", in: shown, "\"leaf\":12",
      becomes: "\"leaf\":6000"),
    .work("a redacted value that turns up again", "protected", "event #12") { copy, isControl in
      let second = BundleSample.hidden[isControl ? 1 : 2].text
      try copy.replace(shown, "\"]", with: "\",\"\(second)\"]")
    },
    .bytes("the values are no lines of JSON", "protected", shown, in: shown) { $0 = Array("{\"leaf\":12,\n".utf8) },
    .work("values out of order", "protected", shown) { copy, isControl in
      let line = try copy.text(shown)
      try copy.write(shown, text: isControl ? line + line : line + "{\"leaf\":3,\"sd\":[]}\n")
    },
    .bytes("an original", "evidence", "event #7", in: original) { $0[3] ^= 1 },
    .only(
      "an original replaced by another under its own name", is: .unknown, "evidence",
      "data/evidence/sha256/\(Digest.sha256([7]).hex.prefix(2))/\(Digest.sha256([7]).hex)",
      only: { copy in
        try copy.remove(original)
        try copy.write("data/evidence/sha256/\(Digest.sha256([7]).hex.prefix(2))/\(Digest.sha256([7]).hex)", [7])
      }),
    .only(
      "an original in the wrong folder", is: .unknown, "evidence", "data/evidence/sha256/00/\(digest)",
      only: {
        try $0.write("data/evidence/sha256/00/\(digest)", $0.read(original))
      }),
    .only("an original withheld", is: .withheld, "evidence", "event #7", only: { try $0.remove(original) }),
  ]
}
