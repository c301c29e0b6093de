/// What a log asks of a witness: cosign this checkpoint, which continues the one of an old size (C2SP tlog-witness "add-checkpoint").
///
/// The same bytes travel as the body of an HTTP POST and as a file on a stick.
public struct AddCheckpointRequest: Sendable, Hashable {
  /// The size that the witness cosigned last; 0 for none.
  public let oldSize: UInt64
  /// The consistency proof from the old size to that of the checkpoint (RFC 6962 section 2.1.2).
  public let proof: [Digest]
  /// The signed checkpoint, as the log wrote it.
  public let note: [UInt8]

  /// A proof is never longer.
  public static let proofLimit = 63
  /// A longer body is not read.
  public static let byteLimit = Note.byteLimit + 64 * 48

  /// Puts a request together.
  public init(oldSize: UInt64, proof: [Digest], note: [UInt8]) {
    self.oldSize = oldSize
    self.proof = proof
    self.note = note
  }

  /// Reads a body, and checks its form alone; `nil` when it is written in any other way.
  public init?(_ body: [UInt8]) {
    guard body.count <= AddCheckpointRequest.byteLimit else { return nil }
    var lines = Lines(body[...])
    guard let text = lines.next()?.dropping("old "), let size = Decimal.read(text) else { return nil }
    var hashes: [Digest] = []
    while let line = lines.next(), !line.isEmpty {
      guard hashes.count < AddCheckpointRequest.proofLimit, let hash = Digest(base64: line) else { return nil }
      hashes.append(hash)
    }
    guard !lines.rest.isEmpty else { return nil }
    self.init(oldSize: size, proof: hashes, note: [UInt8](lines.rest))
    // A last proof line without the blank line after it would otherwise pass.
    guard self.body == body else { return nil }
  }

  /// The body as sent.
  public var body: [UInt8] {
    let lines = ["old \(oldSize)"] + proof.map(\.base64)
    return [UInt8]((lines.joined(separator: "\n") + "\n\n").utf8) + note
  }
}
