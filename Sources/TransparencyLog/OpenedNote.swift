/// A note of which at least one signature was verified, and none that could be verified failed.
public struct OpenedNote: Sendable, Hashable {
  /// The note itself.
  public let note: Note
  /// The keys that have signed, in the order of the lines; each once.
  public let signers: [VerifierKey]
  /// The cosignatures among the verified lines, with their times.
  public let cosignatures: [Cosignature]
  /// The lines by keys that were not given, about which nothing is known.
  public let unknown: [NoteSignature]

  /// The signed text.
  public var text: [UInt8] { note.text }

  init(_ note: Note, keys: [VerifierKey]) throws(NoteError) {
    var signers: [VerifierKey] = []
    var cosignatures: [Cosignature] = []
    var unknown: [NoteSignature] = []
    for signature in note.signatures {
      let candidates = keys.filter { signature.isBy($0) }
      guard let key = candidates.first else {
        unknown.append(signature)
        continue
      }
      guard candidates.allSatisfy({ $0 == key }) else { throw .ambiguousKey(name: key.name, id: key.id) }
      guard key.verifies(signature.bytes, text: note.text) else { throw .badSignature(name: key.name, id: key.id) }
      if !signers.contains(key) { signers.append(key) }
      if key.algorithm == .cosignature, let parts = Cosignature.Parts(signature.bytes) {
        cosignatures.append(Cosignature(key: key, time: parts.time))
      }
    }
    guard !signers.isEmpty else { throw .noKnownSignature }
    self.note = note
    self.signers = signers
    self.cosignatures = cosignatures
    self.unknown = unknown
  }
}
