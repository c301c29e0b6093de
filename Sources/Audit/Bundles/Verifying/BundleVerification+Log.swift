internal import Ledger
internal import TransparencyLog

/// A full bundle: every entry against its tile, the right edge and every signed checkpoint.
extension BundleVerification {
  private static let checkpoints = "data/log/checkpoints/"
  static let checkpointLimit = 10_000

  /// Checks the container on this thread and the entries on another.
  func checkFull(_ checkpoint: Checkpoint, _ told: AuditReport) {
    var signed = signedSizes(checkpoint.origin)
    let gate = Gate<BundleSweep.Outcome?>(nil)
    let (files, size, sizes) = (files, checkpoint.size, signed.sizes)
    let thread = PlainThread {
      let outcome = BundleSweep.run(files, size: size, noting: sizes)
      gate.change { $0 = outcome }
    }
    checkBag()
    if let thread { thread.join() }
    let outcome = gate.change { $0 } ?? BundleSweep.run(files, size: size, noting: sizes)
    add(told)
    tellLog(outcome, checkpoint.size)
    signed.judge(outcome.log, into: &report)
    checkQuorum(checkpoint)
    tellEvents(outcome.survey)
    tellValues(outcome.survey)
    tellEvidence(outcome.survey)
    checkProofs { outcome.hashes.hash(at: $0) }
    checkKeys(outcome.survey.keys, checkpoint.origin)
  }

  /// The checkpoints of the bundle and those that the reader brought.
  private func signedSizes(_ origin: String) -> SignedSizes {
    var given = [SignedSizes.Given(name: "data/log/checkpoint", note: checkpointNote, isOutside: false)]
    let kept = walk.payload.filter { $0.path.utf8.starts(with: BundleVerification.checkpoints.utf8) }
    for file in kept.prefix(BundleVerification.checkpointLimit) {
      guard let size = Decimals.read(file.path.dropFirst(BundleVerification.checkpoints.count)) else {
        fail("log", "is not named after the size it signs", file.path)
        continue
      }
      do throws(BundleFileError) {
        let note = try files.require(file.path)
        given.append(SignedSizes.Given(name: file.path, note: note, isOutside: false, size: size))
      } catch { fail("log", error.reason, file.path) }
    }
    if kept.count > BundleVerification.checkpointLimit {
      fail("log", "holds \(kept.count) checkpoints where \(BundleVerification.checkpointLimit) are allowed")
    }
    given += outside.map { SignedSizes.Given(name: $0.name, note: $0.note, isOutside: true) }
    return SignedSizes(
      given, origin: origin, logKeys: trust.logs, witnesses: trust.witnesses,
      keysAreOutside: trust.isReaders)
  }

  private func tellLog(_ outcome: BundleSweep.Outcome, _ size: UInt64) {
    for fault in outcome.faults { fail("log", fault.reason, fault.path) }
    let sweep = outcome.log
    for tile in sweep.badTiles { fail("log", tile.what, "data/log/" + tile.place) }
    let surplus = walk.payload.map(\.path).filter { path in
      guard path.utf8.starts(with: "data/log/tile/".utf8) else { return false }
      return !BundleVerification.isTile(String(path.dropFirst("data/log/".count)), of: size)
    }
    for path in surplus { fail("log", "is no tile of a tree of \(size) entries", path) }
    guard outcome.faults.isEmpty, sweep.badTiles.isEmpty, sweep.disagreementCount == 0, surplus.isEmpty else { return }
    tell(.ok, "log", "\(sweep.entries.size) entries hash to the tiles; root \(sweep.entries.root.hex)")
  }

  private static func isTile(_ text: String, of size: UInt64) -> Bool {
    guard let path = TilePath(text) else { return false }
    let tile = path.tile ?? TileID(level: 0, index: path.index)
    return tile.width(in: size) == path.width
  }

  /// Whether enough witnesses have cosigned, when the policy asks for any.
  func checkQuorum(_ checkpoint: Checkpoint) {
    guard let policy = trust.policy, policy.asksForWitnesses else { return }
    let opened = try? Checkpoint.open(
      checkpointNote, origin: checkpoint.origin, logKeys: trust.logs, witnesses: trust.witnesses)
    let cosigners = opened?.cosignatures.map(\.key) ?? []
    let names = Set(cosigners).map(\.name).sorted().joined(separator: ", ")
    if policy.isQuorum(cosigners) {
      tell(.ok, "log", "the witnesses that the policy asks for have cosigned: \(names)")
    } else {
      fail(
        "log",
        "lacks the cosignatures that the policy asks for (\(policy.quorumText)); there are: \(names.isEmpty ? "none" : names)",
        "data/log/checkpoint")
    }
  }
}

/// Decimal numbers as file names hold them.
enum Decimals {
  /// The number; `nil` for signs, leading zeros and what is too large.
  static func read(_ text: some StringProtocol) -> UInt64? {
    guard let number = UInt64(text), String(number).utf8.elementsEqual(text.utf8) else { return nil }
    return number
  }
}
