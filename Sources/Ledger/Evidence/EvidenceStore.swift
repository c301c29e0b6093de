internal import Crypto
public import TransparencyLog

/// The folder `evidence/`: originals under the SHA-256 of their bytes, `sha256/ab/<hex>`, written once and read-only.
///
/// The file that is added is never touched. An object appears under its name whole or not at all: it is written to a temporary file, synced, and
/// then linked. A derivative is an object of its own.
public struct EvidenceStore: Sendable {
  /// The folder.
  public let path: String

  /// The originals in a folder.
  public init(_ path: String) { self.path = path }

  /// An original that was added.
  public struct Added: Equatable, Sendable {
    /// The SHA-256 of its bytes, under which it is kept.
    public var digest: TransparencyLog.Digest
    /// The SHA-512 of its bytes, hexadecimal: a second digest, for when SHA-256 has aged.
    public var sha512: String
    /// Its length in bytes.
    public var size: UInt64
    /// Whether it was there already; then nothing was written.
    public var wasThere: Bool
  }

  /// The path of the object with a digest, whether it exists or not.
  public func path(of digest: TransparencyLog.Digest) -> String {
    let hex = digest.hex
    return "\(path)/sha256/\(hex.prefix(2))/\(hex)"
  }

  /// Whether there is an object with a digest. Its bytes are not read.
  public func contains(_ digest: TransparencyLog.Digest) throws(LedgerError) -> Bool {
    try onDisk { () throws(FileError) in try FileSystem.status(path(of: digest)) }?.isFile == true
  }

  /// Copies a file into the store; `-` is standard input. Durable on return.
  ///
  /// - Parameter expected: the digest that the file had when it was looked at; `nil` takes it as it is.
  /// - Throws: `evidence(.unreadable)` when the file cannot be read, `evidence(.changed)` when it is not the one expected,
  ///   `evidence(.altered)` when an object of that name is there with other bytes.
  public func add(_ file: String, expecting expected: TransparencyLog.Digest? = nil) throws(LedgerError) -> Added {
    let source = try open(file)
    let temporary = "\(path)/.new-\(Hexadecimal.text(Random.bytes(8)))"
    defer { try? FileSystem.remove(temporary) }
    let written: Hashed
    do throws(FileError) {
      try FileSystem.makeFolder(path)
      try FileSystem.makeFolder(path + "/sha256")
      let target = try OpenFile(temporary, .creating(mode: 0o600))
      written = try unsafe EvidenceStore.hash(source, twice: true) { chunk throws(FileError) in
        try unsafe target.write(chunk)
      }
      try target.setMode(0o444)
      try target.sync()
    } catch {
      if error.path != temporary && error.attempt == "read" {
        throw .evidence(.unreadable(path: file, reason: error.reason))
      }
      throw LedgerError(error)
    }
    if let expected, expected != written.digest {
      throw .evidence(.changed(path: file, expected: expected, found: written.digest))
    }
    return try name(temporary, written)
  }

  private func open(_ file: String) throws(LedgerError) -> OpenFile {
    if file == "-" { return OpenFile.standardInput }
    do throws(FileError) {
      if try FileSystem.status(file)?.isFolder == true {
        throw FileError(attempt: "read", path: file, errno: 0, reason: "it is a folder; add its files one by one")
      }
      return try OpenFile(file, .reading)
    } catch { throw .evidence(.unreadable(path: file, reason: error.reason)) }
  }

  /// Gives a synced file its final name, unless the same object is there.
  private func name(
    _ temporary: String, _ written: Hashed
  ) throws(LedgerError) -> Added {
    let digest = written.digest
    let sha512 = written.sha512 ?? ""
    let final = path(of: digest)
    let folder = SmallFile.folder(of: final)
    do throws(FileError) {
      try FileSystem.makeFolder(folder)
      try FileSystem.link(temporary, final)
      for folder in [folder, path + "/sha256", path] { try FileSystem.syncFolder(folder) }
      return Added(digest: digest, sha512: sha512, size: written.size, wasThere: false)
    } catch {
      guard error.isTaken else { throw LedgerError(error) }
    }
    let there = try onDisk { () throws(FileError) in try digestOfFile(final) }
    guard there == digest else { throw .evidence(.altered(digest, found: there)) }
    return Added(digest: digest, sha512: sha512, size: written.size, wasThere: true)
  }

  /// The SHA-256 of a file as it is now.
  func digestOfFile(_ path: String) throws(FileError) -> TransparencyLog.Digest {
    try unsafe EvidenceStore.hash(try OpenFile(path, .reading)) { _ throws(FileError) in }.digest
  }

  /// The digests of an original as it is now, both of them; `nil` when it is not kept here.
  public func digests(
    of digest: TransparencyLog.Digest
  ) throws(LedgerError) -> (sha256: TransparencyLog.Digest, sha512: String, size: UInt64)? {
    guard try contains(digest) else { return nil }
    let hashed = try onDisk { () throws(FileError) in
      try unsafe EvidenceStore.hash(try OpenFile(path(of: digest), .reading), twice: true) { _ throws(FileError) in }
    }
    return (hashed.digest, hashed.sha512 ?? "", hashed.size)
  }

  /// What hashing a file gives.
  struct Hashed {
    var digest: TransparencyLog.Digest
    /// The SHA-512, hexadecimal, when it was asked for.
    var sha512: String?
    var size: UInt64
  }

  /// Hashes what is left of a file in pieces of 256 KiB, giving each to `body`.
  ///
  /// - Parameter twice: whether SHA-512 is wanted beside SHA-256; it costs about twice as much again.
  static func hash(
    _ file: borrowing OpenFile, twice: Bool = false, _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) -> Hashed {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { unsafe buffer.deallocate() }
    var hasher = SHA256()
    var second = SHA512()
    var size: UInt64 = 0
    while true {
      let count = try unsafe file.read(into: buffer)
      if count == 0 { break }
      let chunk = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
      unsafe hasher.update(bufferPointer: chunk)
      if twice { unsafe second.update(bufferPointer: chunk) }
      try unsafe body(chunk)
      size += UInt64(count)
    }
    guard let digest = TransparencyLog.Digest(Array(hasher.finalize())) else {
      preconditionFailure("SHA-256 gives 32 bytes")
    }
    return Hashed(digest: digest, sha512: twice ? Hexadecimal.text(Array(second.finalize())) : nil, size: size)
  }
}
