/// Why a text is no disclosure.
public enum DisclosureError: Error, Equatable, Sendable {
  /// The text is not base64url without padding.
  case notBase64URL
  /// What it encodes is not JSON of the profile.
  case notJSON(LeafError)
  /// The array does not consist of a salt, a name and a value.
  case notThreeItems
  /// The salt has fewer than 128 bits, so that the value could be guessed.
  case weakSalt
  /// The name is not of the form of keys, or is `_sd`.
  case name(String)

  /// The error in one line, for people.
  public var message: String {
    switch self {
    case .notBase64URL:
      "the disclosure is not base64url: allowed are letters, digits, - and _, without padding; copy it whole"
    case .notJSON(let error): "the disclosure does not hold JSON of the profile: \(error.messageWithoutLine)"
    case .notThreeItems: "the disclosure does not hold three items; allowed: a list of salt, name and value"
    case .weakSalt: "the salt of the disclosure is too short; allowed: base64url of at least 16 random bytes"
    case .name(let name):
      "\(name): not a name of a protected value; allowed: 1 to \(Limits.keyBytes) small letters, digits and _, "
        + "beginning with a letter or _, but not _sd"
    }
  }
}
