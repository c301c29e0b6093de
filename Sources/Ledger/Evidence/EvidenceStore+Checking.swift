public import TransparencyLog

extension EvidenceStore {
  /// How far a check has come.
  public struct Progress: Equatable, Sendable {
    /// Objects hashed so far.
    public var objects: Int
    /// Bytes hashed so far.
    public var bytes: UInt64
    /// The part of the store that is done, from 0 to 256 (one for each folder of objects).
    public var folders: Int
    /// The object that was hashed last; a later check can go on after it.
    public var last: Digest?

    /// Where a check begins, or goes on.
    public init(objects: Int = 0, bytes: UInt64 = 0, folders: Int = 0, last: Digest? = nil) {
      self.objects = objects
      self.bytes = bytes
      self.folders = folders
      self.last = last
    }
  }

  /// What is wrong with one object.
  public enum Finding: Equatable, Sendable {
    /// An event lists it, but it is not there.
    case missing(Digest)
    /// Its bytes have another digest than its name.
    case altered(Digest, found: Digest)
    /// Its bytes have the digest of its name, but not the second digest that an event gives.
    case exchanged(Digest, expected: String, found: String)
    /// It is there and whole, but no event lists it.
    case unlisted(Digest)
    /// A file that is no object: its name is no digest, or it lies in the wrong folder.
    case foreign(path: String)
    /// It cannot be read; the reason is the system's.
    case unreadable(Digest, reason: String)
  }

  /// Every object, or those whose digest begins with one of some bytes, in the order of the digests. Bytes are not read.
  public func list(
    _ first: ClosedRange<UInt8> = 0...255, _ body: (Digest, UInt64) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    for folder in Int(first.lowerBound)...Int(first.upperBound) {
      for name in try names(in: folder) {
        guard let digest = digest(name, in: folder) else { continue }
        let status = try onDisk { () throws(FileError) in try FileSystem.status(path(of: digest)) }
        try body(digest, status?.size ?? 0)
      }
    }
  }

  /// Hashes every object anew and compares with what the events list.
  ///
  /// Memory holds the names of the 256th part of the objects at a time, in one of the folders in which they lie.
  ///
  /// - Parameters:
  ///   - start: where an earlier check came to; what it hashed is not hashed again, and what it found up to there is
  ///     not told again.
  ///   - listed: the digests that events list and that begin with a byte, in any order; asked once for each of the 256.
  ///   - second: the SHA-512 that events give for an object, hexadecimal, if any does.
  ///   - progress: told after every object; an error stops the check.
  ///   - finding: told what is wrong, in the order of the digests; never called when all is well.
  public func check(
    from start: Progress = Progress(), listed: (UInt8) throws(LedgerError) -> Set<Digest>,
    second: (Digest) throws(LedgerError) -> String? = { _ in nil },
    progress: (Progress) throws(LedgerError) -> Void = { _ in },
    finding: (Finding) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    var done = start
    for folder in start.folders..<256 {
      var wanted = try listed(UInt8(folder))
      for name in try names(in: folder) {
        guard let digest = digest(name, in: folder) else {
          if let last = start.last, last.bytes[0] == folder, name.utf8.lexicographicallyPrecedes(last.hex.utf8) {
            continue
          }
          try finding(.foreign(path: folderPath(folder) + "/" + name))
          continue
        }
        let isListed = wanted.remove(digest) != nil
        if let last = start.last, digest <= last { continue }
        let hashed = hash(digest, second: try second(digest))
        if let found = hashed.finding { try finding(found) } else if !isListed { try finding(.unlisted(digest)) }
        done.bytes += hashed.size
        done.objects += 1
        done.last = digest
        try progress(done)
      }
      for digest in wanted.sorted() { try finding(.missing(digest)) }
      done.folders = folder + 1
    }
    try progress(done)
  }

  private func hash(_ digest: Digest, second: String?) -> (finding: Finding?, size: UInt64) {
    do throws(FileError) {
      let file = try OpenFile(path(of: digest), .reading)
      let object = try unsafe EvidenceStore.hash(file, twice: second != nil) { _ throws(FileError) in }
      if object.digest != digest { return (.altered(digest, found: object.digest), object.size) }
      if let second, let found = object.sha512, !found.utf8.elementsEqual(second.utf8) {
        return (.exchanged(digest, expected: second, found: found), object.size)
      }
      return (nil, object.size)
    } catch { return (.unreadable(digest, reason: error.reason), 0) }
  }

  private func folderPath(_ folder: Int) -> String { "\(path)/sha256/\(Hexadecimal.text([UInt8(folder)]))" }

  private func names(in folder: Int) throws(LedgerError) -> [String] {
    try onDisk { () throws(FileError) in try FileSystem.names(in: folderPath(folder)) ?? [] }
  }

  private func digest(_ name: String, in folder: Int) -> Digest? {
    guard let digest = Digest(hex: name), Int(digest.bytes[0]) == folder else { return nil }
    return digest
  }
}
