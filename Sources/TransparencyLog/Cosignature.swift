/// A witness's statement that, at a time, a checkpoint was the largest consistent one it had seen (C2SP tlog-cosignature).
public struct Cosignature: Sendable, Hashable {
  /// The witness.
  public let key: VerifierKey
  /// When it cosigned, in seconds since 1970.
  public let time: UInt64

  /// The latest time that may be stated.
  public static let latestTime = UInt64(Int64.max)

  /// The bytes that are signed: a line for the format, a line for the time, and the text of the checkpoint.
  static func message(time: UInt64, text: [UInt8]) -> [UInt8] {
    [UInt8]("cosignature/v1\ntime \(time)\n".utf8) + text
  }

  /// The two parts of the signature: eight bytes of time, most significant first, and 64 of Ed25519.
  struct Parts {
    let time: UInt64
    let ed25519: [UInt8]

    init(time: UInt64, ed25519: [UInt8]) {
      self.time = time
      self.ed25519 = ed25519
    }

    /// Takes a signature apart, or returns `nil` for a wrong length or a time beyond the limit.
    init?(_ bytes: [UInt8]) {
      guard bytes.count == 72 else { return nil }
      time = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
      ed25519 = [UInt8](bytes[8...])
      guard time <= Cosignature.latestTime else { return nil }
    }

    var bytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: time >> UInt64(56 - 8 * $0)) } + ed25519 }
  }
}
