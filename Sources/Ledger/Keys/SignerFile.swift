package import TransparencyLog

/// A file with one secret key of any type, open or sealed with a passphrase, for its owner alone.
package struct SignerFile: Sendable {
  /// The file.
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Writes a new key drawn at random; the name must be free.
  package func create(
    name: String, algorithm: SignatureAlgorithm, passphrase: [UInt8]? = nil
  ) throws(LedgerError) -> SignerKey {
    let signer: SignerKey
    do throws(KeyError) { signer = try SignerKey(name: name, seed: Random.bytes(32), algorithm: algorithm) } catch {
      throw .refused(line: nil, .draft("\"\(name)\" cannot name a key: no spaces, no +, not empty"))
    }
    let line = HeldKey(signer, passphrase: passphrase).line + "\n"
    do throws(FileError) { try SmallFile.create(path, with: Array(line.utf8), mode: 0o600) } catch {
      throw error.isTaken ? .alreadyThere(path: path) : LedgerError(error)
    }
    return signer
  }

  /// Reads the key.
  package func signer(passphrase: Passphrase? = nil) throws(LedgerError) -> SignerKey {
    let lines = try KeyFile.secretLines(path, purpose: "signing")
    guard lines.count == 1, let held = HeldKey(line: lines[0]) else {
      throw .key(.malformed(path: path, expected: "one line PRIVATE+KEY+name+id+key, or a sealed one"))
    }
    return try held.signer(at: path, passphrase: passphrase)
  }
}
