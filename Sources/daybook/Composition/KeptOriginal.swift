import Ledger
import TransparencyLog

/// Finds the original that a person means by its SHA-256 or the beginning of it.
enum KeptOriginal {
  static func find(_ written: String, in store: EvidenceStore) throws -> Digest {
    if let digest = Digest(hex: written) { return digest }
    let text = written.lowercased()
    guard text.count >= 6, text.count < 64, text.allSatisfy({ $0.isHexDigit && $0.isASCII }) else {
      throw Complaint(
        .usage, "'\(written)': no digest of an original; allowed: the SHA-256, or at least its first 6 digits")
    }
    var found: [Digest] = []
    try store.list { digest, _ throws(LedgerError) in if digest.hex.hasPrefix(text) { found.append(digest) } }
    guard let only = found.first, found.count == 1 else {
      throw Complaint(
        .noInput,
        found.isEmpty
          ? "'\(written)': no original here has a digest that begins so\nList them with: daybook evidence list"
          : "'\(written)': \(found.count) originals have digests that begin so; give more digits")
    }
    return only
  }
}
