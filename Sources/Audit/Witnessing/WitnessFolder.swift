public import Ledger
public import TransparencyLog

/// What a witness keeps: its key, the logs it knows, and the last checkpoint of each that it cosigned.
///
///     witness.key    the secret key, for its owner alone
///     witness.vkey   the public key, to be given to logs and their readers
///     policy         the logs it knows (C2SP tlog-policy, `log` lines)
///     state/<hex>    one file for each log, named by the SHA-256 of its origin: origin, size, root
///
/// A record is on the disk before its cosignature leaves the process, and one process at a time answers, so that no two checkpoints
/// that contradict each other are ever cosigned.
public struct WitnessFolder: Sendable {
  /// The folder.
  public let path: String

  /// The witness in a folder.
  public init(_ path: String) { self.path = path }

  private var keyFile: SignerFile { SignerFile(path + "/witness.key") }
  /// The file of the public key.
  public var verifierPath: String { path + "/witness.vkey" }
  /// The file of the logs.
  public var policyPath: String { path + "/policy" }
  private var statePath: String { path + "/state" }

  /// Makes a witness that knows no log yet.
  ///
  /// - Throws: `alreadyThere` when there is one.
  public static func create(
    at path: String, name: String, passphrase: [UInt8]? = nil
  ) throws(LedgerError) -> VerifierKey {
    let folder = WitnessFolder(path)
    do throws(FileError) {
      try FileSystem.makeFolder(path, mode: 0o700)
      try FileSystem.makeFolder(folder.statePath, mode: 0o700)
    } catch { throw LedgerError(error) }
    let signer = try folder.keyFile.create(name: name, algorithm: .cosignature, passphrase: passphrase)
    let policy = "# The logs that this witness knows, one line `log VKEY` each (C2SP tlog-policy).\nquorum none\n"
    do throws(FileError) {
      try SmallFile.create(folder.verifierPath, with: Array("\(signer.verifier)\n".utf8), mode: 0o644)
      try SmallFile.create(folder.policyPath, with: Array(policy.utf8), mode: 0o644)
    } catch { throw LedgerError(error) }
    return signer.verifier
  }

  /// Adds a log that the witness knows; answers whether it is new.
  public func accept(_ log: VerifierKey) throws -> Bool {
    let file = try policyText()
    guard try !TrustPolicy(file).logs.contains(where: { $0.key == log }) else { return false }
    let text = Array("log \(log)\n".utf8) + file
    _ = try TrustPolicy(text)
    try onDisk { () throws(FileError) in try SmallFile.replace(policyPath, with: text, mode: 0o644) }
    return true
  }

  /// The keys of the logs that it knows.
  public func logs() throws -> [VerifierKey] { try TrustPolicy(policyText()).logs.map(\.key) }

  private func policyText() throws(LedgerError) -> [UInt8] {
    let bytes = try onDisk { () throws(FileError) in try SmallFile.read(policyPath) }
    guard let bytes else { throw .key(.missing(path: policyPath, purpose: "knowing which logs to cosign")) }
    return bytes
  }

  /// The witness itself, with its key.
  public func open(passphrase: Passphrase? = nil) throws -> Witness {
    Witness(key: try keyFile.signer(passphrase: passphrase), logs: try logs())
  }

  /// The last checkpoint of a log that was cosigned; `nil` when there is none.
  public func latest(_ origin: String) throws(LedgerError) -> WitnessRecord? {
    let path = recordPath(origin)
    let bytes = try onDisk { () throws(FileError) in try SmallFile.read(path) }
    guard let bytes else { return nil }
    guard let record = WitnessRecord(text: bytes), record.origin.utf8.elementsEqual(origin.utf8) else {
      throw .key(.malformed(path: path, expected: "the origin, size and root that were cosigned last"))
    }
    return record
  }

  private func recordPath(_ origin: String) -> String {
    statePath + "/" + Digest.sha256([UInt8](origin.utf8)).hex
  }

  /// Answers a request; what has to be remembered is on the disk when this returns.
  ///
  /// - Parameters:
  ///   - body: the request.
  ///   - witness: of this folder.
  ///   - time: now, in seconds since 1970.
  public func answer(_ body: [UInt8], by witness: Witness, time: UInt64) throws(LedgerError) -> WitnessAnswer {
    let lock = try onDisk { () throws(FileError) in
      let file = try OpenFile(statePath + "/lock", .locking)
      try file.lock()
      return file
    }
    defer { extendLifetime(lock) }
    let answer: WitnessAnswer
    do {
      answer = try witness.answer(body, time: time) { origin in try latest(origin) }
    } catch {
      throw error as? LedgerError ?? .inputOutput(path: statePath, reason: "\(error)")
    }
    if let record = answer.record {
      try onDisk { () throws(FileError) in
        try SmallFile.replace(recordPath(record.origin), with: record.text, mode: 0o600)
      }
    }
    return answer
  }
}
