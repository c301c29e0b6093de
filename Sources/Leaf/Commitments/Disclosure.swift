internal import Crypto

/// A protected value and what opens the commitment to it: an SD-JWT disclosure (RFC 9901 section 4.2).
///
/// The leaf holds only the ``digest``, in its sorted list `_sd`. Without the disclosure nobody can tell what it hides,
/// since the salt has 128 random bits; with it anybody can check that this value, and no other, was meant.
public struct Disclosure: Equatable, Sendable {
  /// The number of random bytes in a salt.
  public static let saltBytes = 16

  /// What a reader is given and what is hashed: base64url of the JSON array of salt, name and value.
  public let text: String
  /// The salt as text.
  public let salt: String
  /// The name of the value.
  public let name: String
  /// The value.
  public let value: Value

  /// Commits to a value.
  ///
  /// - Parameter salt: 16 bytes from a cryptographic source, used for nothing else. This module draws none itself.
  /// - Throws: when the name is not of the form of keys, or is `_sd`.
  public init(salt: [UInt8], name: String, value: Value) throws(DisclosureError) {
    precondition(salt.count == Self.saltBytes, "a salt has \(Self.saltBytes) bytes")
    let array = Value.array([.string(Base64URL.text(salt)), .string(name), value]).encode()
    try self.init(text: Base64URL.text(array))
  }

  /// Reads a disclosure that was given. Other programs may write white space into the array; the text is kept as it is.
  public init(text: String) throws(DisclosureError) {
    guard let bytes = Base64URL.bytes(text) else { throw .notBase64URL }
    let document: Document
    do throws(LeafError) {
      document = try Document(bytes, as: .draft)
    } catch { throw .notJSON(error) }
    let items = Array(document.root.elements)
    guard items.count == 3, let salt = items[0].string, let name = items[1].string else { throw .notThreeItems }
    guard let bits = Base64URL.bytes(salt), bits.count >= Self.saltBytes else { throw .weakSalt }
    guard Self.isName(name) else { throw .name(name) }
    self.text = text
    self.salt = salt
    self.name = name
    value = items[2].value
  }

  /// The digest that stands in the leaf: base64url of the SHA-256 of the text, 43 signs.
  public var digest: String { Base64URL.text(SHA256.hash(data: Array(text.utf8))) }

  /// The list `_sd` of a leaf: the digests, sorted, so that their order tells nothing.
  public static func digests(of disclosures: [Disclosure]) -> [String] {
    disclosures.map(\.digest).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard (1...Limits.keyBytes).contains(bytes.count), !name.utf8.elementsEqual("_sd".utf8) else { return false }
    return bytes.enumerated().allSatisfy { index, byte in
      byte == 0x5F || (0x61...0x7A).contains(byte) || index > 0 && (0x30...0x39).contains(byte)
    }
  }
}
