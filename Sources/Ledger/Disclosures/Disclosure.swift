public import Leaf
internal import TransparencyLog

/// A disclosure of one value (RFC 9901 section 4.2.1): `b64url(JSON [salt, name, value])`, whose digest stands in the leaf.
public struct Disclosure: Equatable, Sendable {
  /// The salt: 128 random bits in Base64url.
  public var salt: String
  /// The name of the value.
  public var name: String
  /// The value.
  public var value: Value

  /// A disclosure with a new salt.
  public init(name: String, value: Value) {
    salt = Base64URL.encode(Random.bytes(16))
    self.name = name
    self.value = value
  }

  /// Reads the text of a disclosure; `nil` when it is none.
  public init?(text: [UInt8]) {
    guard let json = Base64URL.decode(text), let document = try? Document(json, as: .draft),
      case .array(let parts) = document.root.value, parts.count == 3, case .string(let salt) = parts[0],
      case .string(let name) = parts[1]
    else { return nil }
    self.salt = salt
    self.name = name
    value = parts[2]
  }

  /// The text, which is what is hashed and sealed.
  public var text: [UInt8] {
    Array(Base64URL.encode(Value.array([.string(salt), .string(name), value]).encode()).utf8)
  }

  /// The digest of the text as `_sd` holds it: SHA-256 in Base64url.
  public var digest: String { Base64URL.encode(Digest.sha256(text).bytes) }
}
