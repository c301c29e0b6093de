internal import Crypto
internal import Ledger
internal import TransparencyLog

/// A token of RFC 3161, as `openssl ts` reads it: what was stamped, when and by whom. Nothing is believed before ``verify(over:roots:at:)``.
public struct TimestampToken: Sendable, Equatable {
  /// The token itself, DER of a CMS ContentInfo.
  public let bytes: [UInt8]
  /// When the authority says that it saw what is stamped, in seconds since 1970.
  public let time: UInt64
  /// The name of the hash over what is stamped, as `sha256`.
  public let hash: String
  /// The hash itself.
  public let imprint: [UInt8]
  /// The name of the authority as it gives it; empty when it does not.
  public let authority: String
  /// The number of the request that it answers; `nil` when the request had none.
  private let nonce: String?

  /// Reads a response (`.tsr`) or a bare token.
  public init(_ input: [UInt8]) throws {
    let openssl = try OpenSSL()
    let file = try openssl.file("input", input)
    let token = openssl.path("token")
    let response = try openssl.run(["ts", "-reply", "-in", file, "-token_out", "-out", token])
    if response.status == 0, case let bytes = try openssl.bytes("token"), !bytes.isEmpty {
      self.bytes = bytes
    } else {
      let refusal = try openssl.run(["ts", "-reply", "-in", file, "-text"])
      if refusal.status == 0, let status = Self.field("Status", in: refusal.said) {
        let details = Self.field("Failure info", in: refusal.said) ?? ""
        throw TimestampError.refused(status: details.isEmpty ? status : "\(status) \(details)")
      }
      bytes = input
    }
    let own = try openssl.file("own", bytes)
    let text = try openssl.run(["ts", "-reply", "-token_in", "-in", own, "-text"])
    guard text.status == 0 else { throw TimestampError.malformed(said: Self.reason(text.said)) }
    guard let hash = Self.field("Hash Algorithm", in: text.said), let imprint = Self.imprint(in: text.said),
      let time = Self.field("Time stamp", in: text.said).flatMap({ Self.seconds($0) })
    else { throw TimestampError.malformed(said: "its time or hash cannot be read") }
    self.time = time
    self.hash = hash.lowercased()
    self.imprint = imprint
    nonce = Self.field("Nonce", in: text.said)
    let name = Self.field("TSA", in: text.said) ?? ""
    authority = name.hasPrefix("DirName:") ? String(name.dropFirst("DirName:".count)) : name
  }

  /// Whether the token is over these bytes; says nothing about who made it.
  public func isOver(_ data: [UInt8]) -> Bool {
    switch hash {
    case "sha256": SHA256.hash(data: data).elementsEqual(imprint)
    case "sha384": SHA384.hash(data: data).elementsEqual(imprint)
    case "sha512": SHA512.hash(data: data).elementsEqual(imprint)
    default: false
    }
  }

  /// Whether the token carries the number of a request (RFC 3161 section 2.4.2); says nothing about who made it.
  public func answers(_ request: [UInt8]) throws -> Bool {
    try TimestampRequest.nonce(of: request) == nonce
  }

  /// Verifies with OpenSSL that an authority under one of the roots stamped these bytes: signature, signer (picked by its SignerInfo and its
  /// ESSCertID), purpose and chain as they stood at a time.
  ///
  /// - Parameters:
  ///   - data: what is stamped.
  ///   - roots: certificates in PEM that the verifier trusts, from outside the ledger; intermediate ones may stand among them.
  ///   - time: when the chain must hold, in seconds since 1970; `nil` is the token's own time.
  /// - Throws: `broken` with OpenSSL's reason.
  public func verify(over data: [UInt8], roots: [UInt8], at time: UInt64? = nil) throws {
    let openssl = try OpenSSL()
    let (file, stamped) = (try openssl.file("token", bytes), try openssl.file("data", data))
    let trusted = try openssl.file("roots", roots)
    let answer = try openssl.run([
      "ts", "-verify", "-data", stamped, "-in", file, "-token_in", "-CAfile", trusted, "-untrusted", trusted,
      "-attime", String(time ?? self.time),
    ])
    // OpenSSL says it in words and by its status; either alone would be too little.
    guard answer.status == 0, answer.said.split(separator: "\n").contains("Verification: OK") else {
      throw TimestampError.broken(reason: Self.reason(answer.said))
    }
  }

  // MARK: What openssl says

  /// The rest of the line that begins with a name and a colon.
  static func field(_ name: String, in text: String) -> String? {
    for line in text.split(separator: "\n") where line.hasPrefix(name + ":") {
      let value = line.dropFirst(name.utf8.count + 1).drop { $0 == " " }
      return value == "unspecified" ? "" : String(value)
    }
    return nil
  }

  /// The bytes of the dump below "Message data:".
  private static func imprint(in text: String) -> [UInt8]? {
    let lines = text.split(separator: "\n").drop { $0 != "Message data:" }.dropFirst()
    var bytes: [UInt8] = []
    for line in lines {
      guard line.hasPrefix("    "), let dash = line.firstRange(of: " - ") else { break }
      // Sixteen bytes of two digits, with a space or a dash between them; what follows are their letters.
      let digits = line[dash.upperBound...].prefix(47)
      for byte in digits.split(whereSeparator: { $0 == " " || $0 == "-" }) {
        guard byte.utf8.count == 2, let value = UInt8(byte, radix: 16) else { return nil }
        bytes.append(value)
      }
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// `Nov 23 20:38:29 2026 GMT`, also with fractions of a second, in seconds since 1970.
  static func seconds(_ text: String) -> UInt64? {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let words = text.split(separator: " ")
    guard words.count == 5, words[4] == "GMT", let month = months.firstIndex(of: String(words[0])),
      let day = Int64(words[1]), let year = Int64(words[3])
    else { return nil }
    let clock = words[2].prefix { $0 != "." }.split(separator: ":").compactMap { Int64($0) }
    guard clock.count == 3 else { return nil }
    let days = UTCTime.days(year: year, month: Int64(month + 1), day: day)
    let seconds = days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    return seconds < 0 ? nil : UInt64(seconds)
  }

  /// The last error of OpenSSL in its own words.
  private static func reason(_ said: String) -> String {
    let errors = said.split(separator: "\n").filter { $0.contains(":error:") }
    guard let last = errors.last else { return "" }
    let parts = last.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    // pid:error:code:library:function:reason:file:line:data…
    let words = ([parts.count > 5 ? parts[5] : ""] + parts.dropFirst(8)).filter { !$0.isEmpty }
    return words.joined(separator: ": ")
  }
}
