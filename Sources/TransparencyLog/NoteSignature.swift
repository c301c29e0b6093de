/// One signature line of a note, verified or not.
public struct NoteSignature: Sendable, Hashable, CustomStringConvertible {
  /// The name of the key.
  public let name: String
  /// The id of the key; name and id together name the key.
  public let keyID: UInt32
  /// The signature itself, after the id.
  public let bytes: [UInt8]

  static let dash = [UInt8]("\u{2014} ".utf8)

  /// A signature line; the name must be fit for a key.
  public init(name: String, keyID: UInt32, bytes: [UInt8]) {
    precondition(KeyName.isValid(name), "the name of a key has no space and no plus sign")
    self.name = name
    self.keyID = keyID
    self.bytes = bytes
  }

  /// Reads one line without its newline, or returns `nil`.
  init?(line: ArraySlice<UInt8>) {
    guard line.starts(with: NoteSignature.dash) else { return nil }
    let parts = line.dropFirst(NoteSignature.dash.count)
      .split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 2, let signed = Base64.decode(parts[1]), signed.count > 4 else { return nil }
    let name = String(decoding: parts[0], as: UTF8.self)
    guard KeyName.isValid(name) else { return nil }
    self.init(name: name, keyID: signed[..<4].reduce(0) { $0 << 8 | UInt32($1) }, bytes: [UInt8](signed[4...]))
  }

  /// The line as written, without its newline: an em dash, the name, and Base64 of id and signature.
  public var description: String {
    let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> UInt32(24 - 8 * $0)) }
    return "\u{2014} \(name) \(Base64.encode(id + bytes))"
  }

  /// Whether this line claims to be by the key. Names are compared byte by byte.
  public func isBy(_ key: VerifierKey) -> Bool {
    keyID == key.id && name.utf8.elementsEqual(key.name.utf8)
  }
}
