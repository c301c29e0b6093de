/// A witness: cosigns checkpoints of logs it knows, each only when it continues the one cosigned before (C2SP tlog-witness v1.0.0).
///
/// It is pure: the record of the last checkpoint and the time come in, the record to keep comes out. Whoever holds it takes one request at a
/// time for each log, from reading the record to keeping the new one.
public struct Witness: Sendable {
  /// The key it cosigns with, of type 0x04.
  private let key: SignerKey
  /// The logs it knows, by their keys; a log may have several while it changes one.
  public let logs: [VerifierKey]

  /// A witness for logs with these keys.
  public init(key: SignerKey, logs: [VerifierKey]) {
    precondition(key.verifier.algorithm == .cosignature, "a witness signs with a time")
    self.key = key
    self.logs = logs
  }

  /// The public half of its key.
  public var verifier: VerifierKey { key.verifier }

  /// The same witness that knows these logs instead.
  public func knowing(_ logs: [VerifierKey]) -> Witness { Witness(key: key, logs: logs) }

  /// Answers a request.
  ///
  /// - Parameters:
  ///   - body: the request, as ``AddCheckpointRequest`` writes it.
  ///   - time: now, in seconds since 1970.
  ///   - latest: the record of the last checkpoint of a log; `nil` when there is none.
  public func answer(
    _ body: [UInt8], time: UInt64, latest: (_ origin: String) throws -> WitnessRecord?
  ) rethrows -> WitnessAnswer {
    guard let request = AddCheckpointRequest(body) else {
      return WitnessAnswer(.malformed, "the request is not written as tlog-witness says")
    }
    let note: Note
    do throws(NoteError) { note = try Note(request.note) } catch {
      if case .malformedSignature = error {
        return WitnessAnswer(.badSignature, "a signature of the checkpoint is not written as signed-note says")
      }
      return WitnessAnswer(.malformed, "the checkpoint is not written as signed-note says")
    }
    guard let checkpoint = try? Checkpoint(text: note.text) else {
      return WitnessAnswer(.malformed, "the checkpoint is not written as tlog-checkpoint says")
    }
    let keys = logs.filter { $0.name.utf8.elementsEqual(checkpoint.origin.utf8) }
    guard !keys.isEmpty else { return WitnessAnswer(.unknownLog, "this witness does not know the log") }
    guard (try? Note.open(request.note, keys: keys)) != nil else {
      return WitnessAnswer(.badSignature, "no known key of the log has signed the checkpoint")
    }
    guard request.oldSize <= checkpoint.size else {
      return WitnessAnswer(.malformed, "the checkpoint is smaller than the old size")
    }
    let known = try latest(checkpoint.origin)
    return decide(request, checkpoint, known, time)
  }

  private func decide(
    _ request: AddCheckpointRequest, _ checkpoint: Checkpoint, _ known: WitnessRecord?, _ time: UInt64
  ) -> WitnessAnswer {
    let size = known?.size ?? 0
    guard request.oldSize == size else { return WitnessAnswer(.conflict, "\(size)") }
    if let known, known.size == checkpoint.size, known.root != checkpoint.root {
      return WitnessAnswer(.conflict, "\(size)")
    }
    guard Witness.holds(request.proof, from: known, to: checkpoint) else {
      return WitnessAnswer(.badProof, "the consistency proof does not hold")
    }
    let line = key.cosign(checkpoint.text, time: time)
    let record = WitnessRecord(origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root)
    return WitnessAnswer(.cosigned, line.description, record: record == known ? nil : record)
  }

  /// Whether a proof leads from what is known to a checkpoint. From nothing to anything there is nothing to prove, and nothing may be sent.
  private static func holds(_ proof: [Digest], from known: WitnessRecord?, to checkpoint: Checkpoint) -> Bool {
    guard let known, known.size > 0 else {
      return proof.isEmpty && (checkpoint.size > 0 || checkpoint.root == .emptyRoot)
    }
    do throws(TreeError) {
      try Tree.verifyConsistency(
        from: known.size, fromRoot: known.root, to: checkpoint.size, toRoot: checkpoint.root, proof: proof)
      return true
    } catch { return false }
  }
}
