import Audit
import Foundation
import Ledger
import TransparencyLog

/// Keys that signed after the event that ended them, as whoever kept a copy of one can.
extension BundleWay {
  private static let checkpoint = "data/log/checkpoint"
  private static let proof = "data/proofs/12.tlog-proof"

  /// A checkpoint of the log as it was, by any key.
  private static func signed(_ copy: BundleCopy, size: UInt64 = 600, by key: SignerKey) throws -> [UInt8] {
    let root = try copy.sample.ledger.tree().root(at: size)
    return try Checkpoint(origin: "example.org/bundle", size: size, root: root).sign(with: [key]).bytes
  }

  private static func own(_ copy: BundleCopy) throws -> SignerKey {
    try copy.sample.ledger.keys.signers(for: "example.org/bundle")[0]
  }

  /// A way that signs a checkpoint with the key that was retired; its control signs it with the key that signs.
  private static func retired(
    _ description: String, of kind: Kind = .full, _ place: String,
    _ put: @escaping @Sendable (BundleCopy, [UInt8]) throws -> Void
  ) -> BundleWay {
    work(description, of: kind, "keys", place) { copy, isControl in
      try put(copy, signed(copy, by: isControl ? own(copy) : BundleSample.retired))
    }
  }

  /// A way that signs the newest checkpoint with the key that others have, of which an earlier one is known.
  private static func stolen(
    _ description: String, is verdict: Verdict, earlier size: UInt64
  ) -> BundleWay {
    work(description, is: verdict, "keys", checkpoint) { copy, isControl in
      copy.against.append(("the letter", try signed(copy, size: size, by: BundleSample.stolen)))
      try copy.write(checkpoint, signed(copy, by: isControl ? own(copy) : BundleSample.stolen))
    }
  }

  static let keys: [BundleWay] = [
    retired("a checkpoint by a key that was retired before", checkpoint) { try $0.write(checkpoint, $1) },
    retired("a kept checkpoint by a key that was retired before", "data/log/checkpoints/600") {
      try $0.write("data/log/checkpoints/600", $1)
    },
    retired("the checkpoint of a selection by a key that was retired before", of: .selected, checkpoint) {
      try $0.write(checkpoint, $1)
    },
    retired("a checkpoint from elsewhere by a key that was retired before", "the letter") {
      $0.against.append(("the letter", $1))
    },
    retired("a proof whose checkpoint is by a key that was retired before", proof) { copy, note in
      let file = try InclusionProofFile(copy.read(proof))
      try copy.write(proof, InclusionProofFile(index: file.index, proof: file.proof, checkpoint: note).bytes)
    },
    stolen("a checkpoint by a key in other hands, after its last", is: .fail, earlier: 459),
    stolen("a checkpoint by a key in other hands, its last gone", is: .unknown, earlier: 450),
    .work("a seal by a key that was retired before", repair: .none, "seal", "seal.note") { copy, isControl in
      try copy.seal(with: isControl ? own(copy) : BundleSample.retired)
    },
    .work("a seal by a key in other hands", repair: .none, "seal", "seal.note") { copy, isControl in
      try copy.seal(with: isControl ? own(copy) : BundleSample.stolen)
    },
  ]
}
