/// Why a timestamp was not made, read or believed.
public enum TimestampError: Error, Equatable, Sendable {
  /// The program `openssl` is not there.
  case noOpenSSL
  /// `openssl` did not do what it was asked.
  case failed(what: String, said: String)
  /// The bytes are neither a response nor a token of RFC 3161.
  case malformed(said: String)
  /// The authority refused; its own words.
  case refused(status: String)
  /// The token is over something else.
  case foreign
  /// The token does not hold with that root at that time.
  case broken(reason: String)
}

extension TimestampError: CustomStringConvertible {
  /// What a person should read.
  public var description: String {
    switch self {
    case .noOpenSSL:
      "the program openssl is not there, which makes and verifies timestamps: install it (Debian: apt install openssl)"
    case .failed(let what, let said): "could not \(what)" + (said.isEmpty ? "" : ": \(said)")
    case .malformed(let said): "neither a response nor a token of RFC 3161" + (said.isEmpty ? "" : ": \(said)")
    case .refused(let status): "the authority did not grant a timestamp: \(status)"
    case .foreign: "the token is over no checkpoint that this log has kept"
    case .broken(let reason): "the token does not hold: \(reason)"
    }
  }
}
