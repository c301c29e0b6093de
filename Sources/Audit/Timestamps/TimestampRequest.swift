internal import Ledger
internal import TransparencyLog

/// A request to an authority (RFC 3161 section 2.4.1): SHA-256 of what shall be stamped, a nonce, and that the certificate be sent along.
public enum TimestampRequest {
  /// The type of its body over HTTP.
  public static let contentType = "application/timestamp-query"

  /// The request, DER.
  public static func over(_ data: [UInt8]) throws -> [UInt8] {
    let openssl = try OpenSSL()
    let digest = Digest.sha256(data).hex
    let answer = try openssl.run([
      "ts", "-query", "-digest", digest, "-sha256", "-cert", "-out", openssl.path("request"),
    ])
    let bytes = try openssl.bytes("request")
    guard answer.status == 0, !bytes.isEmpty else {
      throw TimestampError.failed(what: "make a request for a timestamp", said: answer.said)
    }
    return bytes
  }

  /// The number that a request carries so that its answer can be told from older ones; `nil` when it has none.
  static func nonce(of request: [UInt8]) throws -> String? {
    let openssl = try OpenSSL()
    let said = try openssl.run(["ts", "-query", "-in", openssl.file("request", request), "-text"])
    guard said.status == 0 else { throw TimestampError.malformed(said: "the request cannot be read") }
    return TimestampToken.field("Nonce", in: said.said)
  }
}
