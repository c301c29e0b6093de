internal import Crypto
internal import TransparencyLog

/// The keys of protected values, one for each subject; destroying a key makes the values unreadable in every copy of the log.
///
/// A subject is whoever decides the fate of the values together: a person in danger, a place, an event. Its name is written only in the key's own file,
/// and goes with it. A key that is being replaced is *retired* first: its file gets another name, so that nothing new is
/// sealed with it, while what it sealed can still be opened.
public struct SubjectKeys: Sendable {
  /// The folder, `keys/subjects`.
  public let path: String
  private let index = Gate(Index())

  init(_ path: String) { self.path = path }

  /// The subjects of the keys that were read, so that a long append need not read all keys for each value.
  private struct Index {
    var subjects: [String: String] = [:]
    var numbers: [String: String] = [:]
  }

  /// A key with its number.
  struct Key {
    /// The number: 16 random bytes, which stand beside the sealed values.
    var number: [UInt8]
    var secret: SymmetricKey
    /// Whom it concerns.
    var subject: String
  }

  private static let retiredMark = ".old"

  /// The key of a subject, made at its first use. Ask only while nobody else appends.
  ///
  /// - Parameter isNew: whether the subject is known to have no key yet, so that none is looked for.
  func key(for subject: String, isNew: Bool = false) throws(LedgerError) -> Key {
    guard (1...200).contains(subject.utf8.count), !subject.utf8.contains(0x0a) else {
      throw .disclosure(.subject(subject))
    }
    if !isNew, let number = try number(of: subject), let key = try? read(number), key.subject == subject { return key }
    return try makeKey(for: subject)
  }

  /// A new key of a subject, which is used from now on.
  func makeKey(for subject: String) throws(LedgerError) -> Key {
    let number = Hexadecimal.text(Random.bytes(16))
    let text = Hexadecimal.text(Random.bytes(32)) + "\n" + subject + "\n"
    do throws(FileError) {
      try FileSystem.makeFolder(path, mode: 0o700)
      try SmallFile.create(file(number), with: Array(text.utf8), mode: 0o600)
    } catch { throw LedgerError(error) }
    index.change { index in
      index.subjects[number] = subject
      index.numbers[subject] = number
    }
    return try read(number)
  }

  /// The key with a number, also a retired one.
  func key(number: [UInt8]) throws(LedgerError) -> Key {
    let name = Hexadecimal.text(number)
    let names = try names()
    guard let found = [name, name + Self.retiredMark].first(where: names.contains) else {
      throw .disclosure(.keyMissing(key: name))
    }
    return try read(found)
  }

  /// The numbers of the keys of a subject, or of all; retired ones are left out.
  func numbers(of subject: String? = nil) throws(LedgerError) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for name in try names() where !name.hasSuffix(Self.retiredMark) {
      guard let key = try? read(name), subject.map({ $0.utf8.elementsEqual(key.subject.utf8) }) ?? true else {
        continue
      }
      found.append(key.number)
    }
    return found
  }

  /// The subjects that have a key, sorted.
  public func subjects() throws(LedgerError) -> [String] {
    var found: Set<String> = []
    for number in try numbers() { found.insert(try key(number: number).subject) }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Takes a key out of use: what it sealed can be opened, and nothing more is sealed with it. A missing one is fine.
  func retire(number: [UInt8]) throws(LedgerError) {
    let name = Hexadecimal.text(number)
    guard try names().contains(name) else { return }
    try onDisk { () throws(FileError) in
      try FileSystem.rename(file(name), file(name + Self.retiredMark))
      try FileSystem.syncFolder(path)
    }
  }

  /// The numbers of the retired keys.
  func retired() throws(LedgerError) -> [[UInt8]] {
    try names().filter { $0.hasSuffix(Self.retiredMark) }
      .compactMap { Hexadecimal.bytes(String($0.dropLast(Self.retiredMark.count))) }
  }

  /// Destroys a key for good. A missing one is fine.
  ///
  /// Its bytes are overwritten first; on media that copy on write (SSD, snapshots) old blocks may survive until they are reused.
  public func destroy(number: [UInt8]) throws(LedgerError) {
    let name = Hexadecimal.text(number)
    try onDisk { () throws(FileError) in
      for name in [name, name + Self.retiredMark] { try SmallFile.destroy(file(name)) }
    }
  }

  private func file(_ name: String) -> String { path + "/" + name }

  private func names() throws(LedgerError) -> Set<String> {
    Set(try onDisk { () throws(FileError) in try FileSystem.names(in: path) ?? [] })
  }

  /// The number of a key of the subject that is in use; reads only keys that it has not read before.
  private func number(of subject: String) throws(LedgerError) -> String? {
    let names = try names()
    if let known = index.change({ $0.numbers[subject] }), names.contains(known) { return known }
    let known = index.change { $0.subjects }
    var found: [String: String] = [:]
    for name in names where known[name] == nil && !name.hasSuffix(Self.retiredMark) {
      // A file that is no key hides nothing; opening what it should open tells of it.
      if let key = try? read(name) { found[name] = key.subject }
    }
    return index.change { index in
      for (name, subject) in found { index.subjects[name] = subject }
      let number = index.subjects.first { $0.value.utf8.elementsEqual(subject.utf8) && names.contains($0.key) }?.key
      index.numbers[subject] = number
      return number
    }
  }

  private func read(_ name: String) throws(LedgerError) -> Key {
    let lines = try KeyFile.secretLines(file(name), purpose: "opening a protected value")
    let number = name.hasSuffix(Self.retiredMark) ? String(name.dropLast(Self.retiredMark.count)) : name
    guard let first = lines.first, let secret = Hexadecimal.bytes(first), secret.count == 32,
      let number = Hexadecimal.bytes(number)
    else { throw .key(.malformed(path: file(name), expected: "64 hexadecimal digits and the subject")) }
    return Key(number: number, secret: SymmetricKey(data: secret), subject: lines.count > 1 ? lines[1] : "")
  }
}
