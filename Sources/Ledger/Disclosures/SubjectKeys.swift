internal import Crypto
internal import TransparencyLog

/// The keys of protected values, one for each subject; destroying a key makes the values unreadable in every copy of the log.
///
/// A subject is whoever decides the fate of the values together: a person in danger, a place, an event. Its name is written only in the key's own file,
/// and goes with it.
public struct SubjectKeys: Sendable {
  /// The folder, `keys/subjects`.
  public let path: String

  init(_ path: String) { self.path = path }

  /// A key with its number.
  struct Key {
    /// The number: 16 random bytes, which stand beside the sealed values.
    var number: [UInt8]
    var secret: SymmetricKey
  }

  /// The key of a subject, made at its first use.
  func key(for subject: String) throws(LedgerError) -> Key {
    guard (1...200).contains(subject.utf8.count), !subject.utf8.contains(0x0a) else {
      throw .disclosure(.subject(subject))
    }
    for number in try numbers() {
      let lines = try read(number)
      if lines.count == 2, lines[1].utf8.elementsEqual(subject.utf8), let key = key(number, lines) { return key }
    }
    let number = Hexadecimal.text(Random.bytes(16))
    let text = Hexadecimal.text(Random.bytes(32)) + "\n" + subject + "\n"
    do throws(FileError) {
      try FileSystem.makeFolder(path, mode: 0o700)
      try SmallFile.create(file(number), with: Array(text.utf8), mode: 0o600)
    } catch { throw LedgerError(error) }
    return try key(number: Hexadecimal.bytes(number) ?? [])
  }

  /// The key with a number.
  func key(number: [UInt8]) throws(LedgerError) -> Key {
    let name = Hexadecimal.text(number)
    guard try numbers().contains(name) else { throw .disclosure(.keyMissing(key: name)) }
    guard let key = key(name, try read(name)) else {
      throw .key(.malformed(path: file(name), expected: "64 hexadecimal digits and the subject"))
    }
    return key
  }

  /// Destroys a key for good. A missing one is fine.
  ///
  /// Its bytes are overwritten first; on media that copy on write (SSD, snapshots) old blocks may survive until they are reused.
  public func destroy(number: [UInt8]) throws(LedgerError) {
    try onDisk { () throws(FileError) in try SmallFile.destroy(file(Hexadecimal.text(number))) }
  }

  private func file(_ number: String) -> String { path + "/" + number }

  private func numbers() throws(LedgerError) -> [String] {
    return try onDisk { () throws(FileError) in try FileSystem.names(in: path) ?? [] }
  }

  private func read(_ number: String) throws(LedgerError) -> [String] {
    try KeyFile.secretLines(file(number), purpose: "opening a protected value")
  }

  private func key(_ number: String, _ lines: [String]) -> Key? {
    guard let first = lines.first, let secret = Hexadecimal.bytes(first), secret.count == 32,
      let number = Hexadecimal.bytes(number)
    else { return nil }
    return Key(number: number, secret: SymmetricKey(data: secret))
  }
}
