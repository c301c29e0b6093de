internal import TransparencyLog

/// Proof files (C2SP tlog-proof), and the bundles that hold nothing else of the log.
extension BundleVerification {
  private static let proofs = "data/proofs/"
  private static let events = "data/events/"
  static let proofLimit = 100_000

  /// Checks each proof against the hash of its leaf; `nil` means that the event itself is not here.
  ///
  /// - Returns: the positions that were proved.
  @discardableResult
  func checkProofs(_ leafHash: (UInt64) -> Digest?) -> Set<UInt64> {
    let all = walk.payload.filter { $0.path.utf8.starts(with: BundleVerification.proofs.utf8) }
    if all.count > BundleVerification.proofLimit {
      fail("proofs", "there are \(all.count) proofs where \(BundleVerification.proofLimit) are allowed", "data/proofs")
    }
    var proved: Set<UInt64> = []
    var isClean = true
    for file in all.prefix(BundleVerification.proofLimit) {
      do {
        let proof = try InclusionProofFile(files.require(file.path))
        guard file.path == "\(BundleVerification.proofs)\(proof.index).tlog-proof" else {
          throw BundleFileError(reason: "is named after another event than #\(proof.index)")
        }
        guard let hash = leafHash(proof.index) else {
          tell(.withheld, "proofs", "the event of this proof is not in the bundle", event: proof.index)
          continue
        }
        try check(proof, hash)
        proved.insert(proof.index)
      } catch {
        isClean = false
        fail("proofs", "does not prove its event: \((error as? BundleFileError)?.reason ?? "\(error)")", file.path)
      }
    }
    guard isClean, !all.isEmpty else { return proved }
    tell(.ok, "proofs", "\(proved.count) proofs prove their events")
    return proved
  }

  /// A proof whose checkpoint is the one of the bundle needs no second look at its signatures.
  private func check(_ proof: InclusionProofFile, _ hash: Digest) throws {
    let tree = try Checkpoint(text: Note(proof.checkpoint).text)
    try Tree.verifyInclusion(of: hash, index: proof.index, size: tree.size, root: tree.root, proof: proof.proof)
    guard proof.checkpoint != checkpointNote, !trust.logs.isEmpty, let checkpoint else { return }
    _ = try Checkpoint.open(
      proof.checkpoint, origin: checkpoint.origin, logKeys: trust.logs, witnesses: trust.witnesses)
  }

  /// A selected bundle: single events, each with its proof. Whether it is complete cannot be told.
  func checkSelected(_ checkpoint: Checkpoint, _ told: AuditReport) {
    checkBag()
    add(told)
    checkSignature(checkpoint)
    checkQuorum(checkpoint)
    var survey = BundleSurvey(ShownValues(files.root + "/data/disclosures.jsonl"))
    var hashes: [UInt64: Digest] = [:]
    for (position, path) in eventFiles() {
      do throws(BundleFileError) {
        let leaf = try files.require(path, atMost: EntryBundle.leafByteLimit)
        unsafe leaf.withUnsafeBytes { bytes in
          unsafe survey.take(position, bytes) { hashes[$0].map { .hash($0) } ?? .notHere }
        }
        hashes[position] = Digest.leaf(leaf)
      } catch { fail("events", error.reason, path) }
    }
    survey.finish { _ in [:] }
    tell(
      .unknown, "log",
      "\(hashes.count) of \(checkpoint.size) events were selected: whether others bear on them cannot be told from here"
    )
    tellEvents(survey)
    tellValues(survey)
    tellEvidence(survey)
    let proved = checkProofs { hashes[$0] }
    for position in hashes.keys.sorted() where !proved.contains(position) {
      tell(.fail, "proofs", "nothing here proves that this event is in the log", event: position)
    }
    checkKeys(survey.keys, checkpoint.origin)
    if hashes.isEmpty { fail("log", "holds no events: an empty bundle proves nothing", "data/events") }
  }

  /// The events of a selected bundle, in the order of their positions.
  private func eventFiles() -> [(UInt64, String)] {
    var found: [(UInt64, String)] = []
    for file in walk.payload where file.path.utf8.starts(with: BundleVerification.events.utf8) {
      let name = file.path.dropFirst(BundleVerification.events.count)
      if name.hasSuffix(".json"), let position = Decimals.read(name.dropLast(5)) {
        found.append((position, file.path))
      } else {
        fail("events", "is not named after the position of an event", file.path)
      }
    }
    return found.sorted { $0.0 < $1.0 }
  }

  /// The signature of the log under the checkpoint, and the checkpoints that the reader brought.
  private func checkSignature(_ checkpoint: Checkpoint) {
    guard !trust.logs.isEmpty else {
      return tell(
        .unknown, "log", "no public key of the log is at hand: give one with --key", place: "data/log/checkpoint")
    }
    do {
      _ = try Checkpoint.open(
        checkpointNote, origin: checkpoint.origin, logKeys: trust.logs, witnesses: trust.witnesses)
      let whose = trust.isReaders ? "your key" : "the bundle's own key"
      tell(.ok, "log", "the checkpoint of \(checkpoint.size) events is signed by the log, checked with \(whose)")
    } catch {
      fail("log", "is not a checkpoint signed by the log: \(error)", "data/log/checkpoint")
    }
    for note in outside { compare(note, checkpoint) }
  }

  /// A checkpoint of the same size must have the same root; of another size a selected bundle cannot tell.
  private func compare(_ given: (name: String, note: [UInt8]), _ checkpoint: Checkpoint) {
    do {
      let other = try Checkpoint.open(
        given.note, origin: checkpoint.origin, logKeys: trust.logs, witnesses: trust.witnesses
      ).checkpoint
      if other.size == checkpoint.size {
        let isSame = other.root == checkpoint.root
        tell(
          isSame ? .ok : .fail, "log",
          isSame ? "signs the same log" : "signs another log of the same size: history was forked", place: given.name)
      } else {
        tell(
          .unknown, "log", "signs \(other.size) events: a selected bundle cannot be compared with it", place: given.name
        )
      }
    } catch { fail("log", "is not a checkpoint signed by the log: \(error)", given.name) }
  }
}
