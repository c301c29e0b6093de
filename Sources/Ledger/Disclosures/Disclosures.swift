internal import Crypto
internal import TransparencyLog

/// Seals and opens protected values: ChaCha20-Poly1305 (RFC 8439) under the key of their subject, bound to their digest.
public struct Disclosures: Sendable {
  /// The keys of the subjects.
  public let keys: SubjectKeys

  /// Seals the text of a disclosure for the event at `position`.
  ///
  /// - Parameters:
  ///   - text: the disclosure as RFC 9901 writes it; its SHA-256 stands in the leaf.
  ///   - subject: who decides the fate of the value; values of one subject are destroyed together.
  ///   - isOwn: whether the subject is of this event alone, so that it has no key yet.
  public func seal(
    _ text: [UInt8], subject: String, isOwn: Bool = false, position: UInt64
  ) throws(LedgerError) -> SealedDisclosure {
    seal(text, with: try keys.key(for: subject, isNew: isOwn), position: position)
  }

  func seal(_ text: [UInt8], with key: SubjectKeys.Key, position: UInt64) -> SealedDisclosure {
    let digest = Digest.sha256(text).bytes
    do {
      let box = try ChaChaPoly.seal(text, using: key.secret, authenticating: digest)
      return SealedDisclosure(position: position, digest: digest, sealed: [UInt8](box.combined), key: key.number)
    } catch {
      preconditionFailure("a key of 32 bytes seals any value: \(error)")
    }
  }

  /// The text of a disclosure.
  ///
  /// - Throws: `disclosure(.keyMissing)` when the key was destroyed or never given to this reader, `disclosure(.altered)` when the seal does not fit.
  public func open(_ disclosure: SealedDisclosure) throws(LedgerError) -> [UInt8] {
    let key = try keys.key(number: disclosure.key)
    guard let box = try? ChaChaPoly.SealedBox(combined: disclosure.sealed),
      let text = try? ChaChaPoly.open(box, using: key.secret, authenticating: disclosure.digest),
      Digest.sha256([UInt8](text)).bytes == disclosure.digest
    else { throw .disclosure(.altered(digest: Hexadecimal.text(disclosure.digest))) }
    return [UInt8](text)
  }
}
