/// The signature types of C2SP signed-note that this module verifies and makes.
public enum SignatureAlgorithm: UInt8, Sendable, CaseIterable {
  /// Ed25519 over the text of the note, 64 bytes.
  case ed25519 = 0x01
  /// cosignature/v1: a witness's Ed25519 over a time and the checkpoint, 8 + 64 bytes (C2SP tlog-cosignature).
  case cosignature = 0x04
}
