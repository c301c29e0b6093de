extension Digest: CustomStringConvertible {
  /// Reads 64 lower-case hexadecimal digits, or returns `nil`.
  public init?(hex: String) {
    guard let bytes = Hex.decode([UInt8](hex.utf8)[...]) else { return nil }
    self.init(bytes)
  }

  /// Reads standard Base64 (RFC 4648 section 4) of exactly 32 bytes in its one canonical spelling, or returns `nil`.
  public init?(base64: String) {
    self.init(base64: [UInt8](base64.utf8)[...])
  }

  init?(base64 text: ArraySlice<UInt8>) {
    guard text.count == 44, let bytes = Base64.decode(text) else { return nil }
    self.init(bytes)
  }

  /// 64 lower-case hexadecimal digits.
  public var hex: String { Hex.encode(bytes) }

  /// Standard Base64 with padding, 44 characters.
  public var base64: String { Base64.encode(bytes) }

  /// The same as ``hex``.
  public var description: String { hex }
}

extension Digest {
  /// The digest written in Base64url without padding, as in `_sd` (RFC 9901, section 4.2.3).
  package init?(base64URL text: String) {
    let standard = text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
    self.init(base64: String(standard) + "=")
  }
}
