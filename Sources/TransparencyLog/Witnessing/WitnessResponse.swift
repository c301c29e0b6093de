/// What came back from a witness, as the log reads it.
public enum WitnessResponse: Sendable, Hashable {
  /// Signature lines, not verified yet.
  case signatures([NoteSignature])
  /// The witness is at this size.
  case isAt(UInt64)

  /// Reads the body of an answer; `nil` when it is neither.
  public init?(_ body: [UInt8]) {
    guard body.last == UInt8(ascii: "\n"), body.count <= Note.byteLimit else { return nil }
    let lines = body.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.count == 1, let size = Decimal.read(lines[0]) {
      self = .isAt(size)
      return
    }
    let signatures = lines.compactMap { NoteSignature(line: $0) }
    guard signatures.count == lines.count, signatures.count <= Note.signatureLimit else { return nil }
    self = .signatures(signatures)
  }
}

extension Note {
  /// The signatures among these that a known witness made over this note.
  ///
  /// Lines of unknown keys are left out, as tlog-witness demands; so are those of known keys that do not hold.
  public func cosignatures(
    among signatures: [NoteSignature], by witnesses: [VerifierKey]
  ) -> [NoteSignature] {
    signatures.filter { signature in
      witnesses.contains {
        $0.algorithm == .cosignature && signature.isBy($0) && $0.verifies(signature.bytes, text: text)
      }
    }
  }
}
