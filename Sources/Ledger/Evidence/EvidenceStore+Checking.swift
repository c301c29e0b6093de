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
  }

  /// What is wrong with one object.
  public enum Finding: Equatable, Sendable {
    /// An event lists it, but it is not there.
    case missing(Digest)
    /// Its bytes have another digest than its name.
    case altered(Digest, found: Digest)
    /// It is there and whole, but no event lists it.
    case unlisted(Digest)
    /// A file that is no object: its name is no digest, or it lies in the wrong folder.
    case foreign(path: String)
    /// It cannot be read; the reason is the system's.
    case unreadable(Digest, reason: String)
  }

  /// Every object, in the order of the digests. Bytes are not read.
  public func list(_ body: (Digest, UInt64) throws(LedgerError) -> Void) throws(LedgerError) {
    for folder in 0..<256 {
      for name in try names(in: folder) {
        guard let digest = digest(name, in: folder) else { continue }
        let status = try onDisk { () throws(FileError) in try FileSystem.status(path(of: digest)) }
        try body(digest, status?.size ?? 0)
      }
    }
  }

  /// Hashes every object anew and compares with what the events list. Memory does not grow with the number of objects.
  ///
  /// - Parameters:
  ///   - listed: the digests that events list and that begin with a byte, in any order; asked once for each of the 256.
  ///   - progress: told after every object.
  ///   - finding: told what is wrong, in the order of the digests; never called when all is well.
  public func check(
    listed: (UInt8) throws(LedgerError) -> Set<Digest>, progress: (Progress) -> Void = { _ in },
    finding: (Finding) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    var done = Progress(objects: 0, bytes: 0, folders: 0)
    for folder in 0..<256 {
      var wanted = try listed(UInt8(folder))
      for name in try names(in: folder) {
        guard let digest = digest(name, in: folder) else {
          try finding(.foreign(path: folderPath(folder) + "/" + name))
          continue
        }
        let isListed = wanted.remove(digest) != nil
        let hashed = hash(digest)
        switch hashed {
        case .failure(let error): try finding(.unreadable(digest, reason: error.reason))
        case .success(let object):
          done.bytes += object.size
          if object.digest != digest {
            try finding(.altered(digest, found: object.digest))
          } else if !isListed {
            try finding(.unlisted(digest))
          }
        }
        done.objects += 1
        progress(done)
      }
      for digest in wanted.sorted() { try finding(.missing(digest)) }
      done.folders = folder + 1
    }
    progress(done)
  }

  private func hash(_ digest: Digest) -> Result<(digest: Digest, size: UInt64), FileError> {
    do throws(FileError) {
      let file = try OpenFile(path(of: digest), .reading)
      return .success(try unsafe EvidenceStore.hash(file) { _ throws(FileError) in })
    } catch { return .failure(error) }
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
