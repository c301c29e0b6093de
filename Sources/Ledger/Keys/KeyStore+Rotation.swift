package import TransparencyLog

/// A planned change of the key: the new one is drawn, listed by an event, signs beside the old one, and the old one is retired.
extension KeyStore {
  /// The key that is to replace the present one: drawn now, or by an earlier call that did not get to the end.
  ///
  /// It does not sign before ``introduce(_:)``.
  ///
  /// - Parameter passphrase: asked for when the present key is sealed; the new one is sealed with the same.
  /// - Throws: `key(.rotating)` when two keys sign already.
  package func successor(origin: String, passphrase: Passphrase? = nil) throws(LedgerError) -> VerifierKey {
    let held = try keys(for: origin)
    let known = try verifiers().map { KeyID.text($0) }
    if let waiting = held.first(where: { !known.contains($0.id) }) {
      return try waiting.signer(at: signerPath, passphrase: passphrase).verifier
    }
    guard held.count == 1 else { throw .key(.rotating(ids: held.map(\.id))) }
    var secret: [UInt8]?
    if held[0].isSealed {
      guard let passphrase else { throw .key(.locked(path: signerPath, id: held[0].id)) }
      let given = try passphrase(held[0].id)
      // A mistyped passphrase must not seal the new key.
      _ = try held[0].signer(at: signerPath) { _ throws(LedgerError) in given }
      secret = given
    }
    let signer = try KeyStore.draw(origin)
    try write(held + [HeldKey(signer, passphrase: secret)])
    return signer.verifier
  }

  /// Lets a key sign that an event has listed.
  package func introduce(_ key: VerifierKey) throws(LedgerError) {
    let keys = try verifiers()
    guard !keys.contains(key) else { return }
    try write(keys + [key])
  }

  /// Forgets the secret of a key that an event has retired. Its public half stays, for what it signed.
  ///
  /// - Throws: `key(.notHeld)`, `key(.last)`.
  package func drop(id: String, origin: String) throws(LedgerError) {
    let held = try keys(for: origin)
    guard held.contains(where: { $0.id == id }) else { throw .key(.notHeld(id: id, held: held.map(\.id))) }
    guard held.count > 1 else { throw .key(.last(id: id)) }
    // The last of the public keys is the one that new readers get and that events name as their recorder.
    let keys = try verifiers()
    try write(keys.filter { KeyID.text($0) == id } + keys.filter { KeyID.text($0) != id })
    try write(held.filter { $0.id != id })
  }

  /// Seals every key held with a new passphrase, or opens all for whoever may read the file.
  ///
  /// - Parameters:
  ///   - old: the present passphrase, asked for when a key is sealed.
  ///   - new: `nil` leaves the keys open.
  package func reseal(origin: String, old: Passphrase?, new: [UInt8]?) throws(LedgerError) {
    var keys: [HeldKey] = []
    for key in try self.keys(for: origin) {
      keys.append(HeldKey(try key.signer(at: signerPath, passphrase: old), passphrase: new))
    }
    try write(keys)
  }
}
