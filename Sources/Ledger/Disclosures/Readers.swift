internal import TransparencyLog

/// Who was given which protected values: a file for each reader in `keys/readers`, which names digests and no value.
///
/// It lies beside the keys and never in the log, since who may read what an endangered source said is itself worth
/// hiding. A bundle for a reader holds what is written here; after a redaction it says who must be told.
public struct Readers: Sendable {
  /// The folder.
  public let path: String

  init(_ path: String) { self.path = path }

  /// One value that was given.
  public struct Grant: Hashable, Sendable {
    /// When, UTC, `YYYY-MM-DDThh:mm:ssZ`.
    public var at: String
    /// The event that hides the value.
    public var position: UInt64
    /// The digest of the value, as `_sd` holds it.
    public var digest: String

    public init(at: String, position: UInt64, digest: String) {
      self.at = at
      self.position = position
      self.digest = digest
    }

    fileprivate var line: String { "\(at) \(position) \(digest)\n" }

    fileprivate init?(_ line: String) {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 3, let position = UInt64(parts[1]), Digest(base64URL: parts[2]) != nil else { return nil }
      self.init(at: parts[0], position: position, digest: parts[2])
    }
  }

  /// Whether a text can name a reader: 1 to 64 letters, digits, `.`, `_` and `-`, beginning with a letter or digit.
  public static func isName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (1...64).contains(bytes.count) else { return false }
    return bytes.enumerated().allSatisfy { index, byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || index > 0 && [0x2E, 0x5F, 0x2D].contains(byte)
    }
  }

  /// The readers, sorted.
  public func names() throws(LedgerError) -> [String] {
    try onDisk { () throws(FileError) in try FileSystem.names(in: path) ?? [] }.filter(Readers.isName)
  }

  /// What a reader was given, in the order of giving; empty for a reader that nobody recorded.
  public func grants(to reader: String) throws(LedgerError) -> [Grant] {
    guard Readers.isName(reader) else { return [] }
    let bytes = try onDisk { () throws(FileError) in try SmallFile.read(path + "/" + reader) }
    let lines = String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    return try lines.map { line throws(LedgerError) in
      guard let grant = Grant(line) else {
        throw .key(.malformed(path: path + "/" + reader, expected: "a time, a position and a digest on each line"))
      }
      return grant
    }
  }

  /// The readers who were given one of these values, sorted.
  public func given(_ digests: Set<String>) throws(LedgerError) -> [String] {
    var found: [String] = []
    for name in try names() where try grants(to: name).contains(where: { digests.contains($0.digest) }) {
      found.append(name)
    }
    return found
  }

  /// Notes what a reader was given; a value that is noted already is not noted twice. Durable on return.
  public func note(_ new: [Grant], to reader: String) throws(LedgerError) {
    precondition(Readers.isName(reader), "the name of a reader was checked")
    let known = try grants(to: reader)
    let added = new.filter { grant in
      !known.contains { $0.position == grant.position && $0.digest.utf8.elementsEqual(grant.digest.utf8) }
    }
    try onDisk { () throws(FileError) in
      try FileSystem.makeFolder(path, mode: 0o700)
      let text = (known + added).map(\.line).joined()
      try SmallFile.replace(path + "/" + reader, with: Array(text.utf8), mode: 0o600)
    }
  }
}
