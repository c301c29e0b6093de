/// A file that proves offline that a leaf is in a log (C2SP tlog-proof, `.tlog-proof`).
public struct InclusionProofFile: Sendable, Hashable {
  /// Bytes for the application. No signature covers them: they must not be trusted.
  public let extra: [UInt8]?
  /// The position of the leaf.
  public let index: UInt64
  /// The hashes from the sibling of the leaf up to the child of the root.
  public let proof: [Digest]
  /// The signed checkpoint, as the log wrote it.
  public let checkpoint: [UInt8]

  static let header = [UInt8]("c2sp.org/tlog-proof@v1".utf8)

  /// Puts a proof together; ``verify(leaf:origin:logKeys:witnesses:)`` says whether it holds.
  public init(index: UInt64, proof: [Digest], checkpoint: [UInt8], extra: [UInt8]? = nil) {
    self.index = index
    self.proof = proof
    self.checkpoint = checkpoint
    self.extra = extra
  }

  /// Reads a file, and checks its form alone.
  public init(_ bytes: [UInt8]) throws(ProofFileError) {
    var lines = Lines(bytes[...])
    guard lines.next()?.elementsEqual(InclusionProofFile.header) == true else { throw .noHeader }
    var line = lines.next()
    if let text = line?.dropping("extra ") {
      guard let decoded = Base64.decode(text) else { throw .badExtra }
      extra = decoded
      line = lines.next()
    } else {
      extra = nil
    }
    guard let text = line?.dropping("index "), let index = Decimal.read(text) else { throw .badIndex }
    var proof: [Digest] = []
    while let line = lines.next(), !line.isEmpty {
      guard proof.count < 64 else { throw .tooManyHashes }
      guard let hash = Digest(base64: line) else { throw .badHash(number: proof.count + 1) }
      proof.append(hash)
    }
    guard !lines.rest.isEmpty else { throw .noCheckpoint }
    self.index = index
    self.proof = proof
    checkpoint = [UInt8](lines.rest)
  }

  /// The file as written.
  public var bytes: [UInt8] {
    var lines = [String(decoding: InclusionProofFile.header, as: UTF8.self)]
    if let extra { lines.append("extra " + Base64.encode(extra)) }
    lines.append("index \(index)")
    lines += proof.map(\.base64)
    return [UInt8]((lines.joined(separator: "\n") + "\n\n").utf8) + checkpoint
  }

  /// Verifies that the leaf with this hash is at ``index`` in the log, according to a checkpoint that the log has signed.
  ///
  /// The keys must come from the reader's own policy, not from beside the file. Returns the checkpoint, so that the
  /// caller can demand cosignatures.
  public func verify(
    leaf: Digest, origin: String, logKeys: [VerifierKey], witnesses: [VerifierKey] = []
  ) throws(ProofFileError) -> SignedCheckpoint {
    let signed: SignedCheckpoint
    do {
      signed = try Checkpoint.open(checkpoint, origin: origin, logKeys: logKeys, witnesses: witnesses)
    } catch {
      throw .checkpoint(error)
    }
    do {
      let tree = signed.checkpoint
      try Tree.verifyInclusion(of: leaf, index: index, size: tree.size, root: tree.root, proof: proof)
    } catch {
      throw .tree(error)
    }
    return signed
  }
}
