/// What a witness answers to a request: a status of HTTP, which also means something in a file, and a body.
public struct WitnessAnswer: Sendable, Hashable {
  /// How the request came out, with the status that tlog-witness gives it.
  public enum Outcome: Int, Sendable, CaseIterable {
    /// The checkpoint was cosigned.
    case cosigned = 200
    /// The request is not written as it should be, or the checkpoint is smaller than the old size.
    case malformed = 400
    /// No key of the log that the witness knows has signed.
    case badSignature = 403
    /// The witness does not know the log.
    case unknownLog = 404
    /// The witness is at another size, which the body says; or it has cosigned another root of this size.
    case conflict = 409
    /// The consistency proof does not hold.
    case badProof = 422
  }

  /// How it came out.
  public let outcome: Outcome
  /// Cosignature lines, or the size that the witness is at, or a sentence.
  public let body: [UInt8]
  /// What the witness must make durable before it gives the answer away; `nil` when nothing changes.
  public let record: WitnessRecord?

  init(_ outcome: Outcome, _ body: String, record: WitnessRecord? = nil) {
    self.outcome = outcome
    self.body = [UInt8]((body + "\n").utf8)
    self.record = record
  }

  /// The status of HTTP.
  public var status: Int { outcome.rawValue }

  /// The type of the body.
  public var contentType: String {
    outcome == .conflict ? "text/x.tlog.size" : "text/plain; charset=utf-8"
  }
}
