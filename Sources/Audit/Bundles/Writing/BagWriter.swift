internal import Ledger

/// A BagIt 1.0 bag (RFC 8493) that is being written beside its final name, and appears there whole or not at all.
///
/// Every payload file is hashed as it is written, for the SHA-256 and the SHA-512 manifest. Memory grows with the number
/// of files, not with their length.
final class BagWriter: FileSink {
  private struct Line {
    var path: String
    var hashes: FileHashes.Pair
  }

  private let target: String
  private let temporary: String
  private let folder: FolderSink
  private var payload: [Line] = []
  private var tags: [Line] = []
  /// How many bytes the payload has so far.
  private(set) var byteCount: UInt64 = 0
  /// How many files the payload has so far.
  var fileCount: Int { payload.count }

  /// A folder for files without names while it is written.
  var scratch: String { temporary }

  /// Begins a bag. The target must not exist: a bundle is never written over.
  init(_ target: String) throws(LedgerError) {
    let taken = try onDisk { () throws(FileError) in try FileSystem.status(target) }
    guard taken == nil else { throw .alreadyThere(path: target) }
    let name = target.utf8.lastIndex(of: 0x2f).map { String(target[target.index(after: $0)...]) } ?? target
    self.target = target
    temporary = "\(SmallFile.folder(of: target))/.\(name).new-\(Hexadecimal.text(Random.bytes(6)))"
    folder = try FolderSink(temporary)
  }

  /// Writes a payload file below `data/`.
  func put(_ path: String, _ bytes: [UInt8]) throws {
    try unsafe stream(path) { write in try unsafe bytes.withUnsafeBytes { try unsafe write($0) } }
  }

  /// Writes a payload file in pieces; `body` is given what writes the next one.
  ///
  /// - Returns: the SHA-256 of what was written.
  @discardableResult
  func stream(_ path: String, _ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws -> String {
    let hashes = try unsafe write("data/" + path, body)
    payload.append(Line(path: "data/" + path, hashes: hashes))
    return hashes.sha256
  }

  /// Copies a file into the payload and answers the SHA-256 of what was copied.
  func copy(_ source: String, to path: String) throws -> String {
    let input = try onDisk { () throws(FileError) in try OpenFile(source, .reading) }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { unsafe memory.deallocate() }
    return try unsafe stream(path) { write in
      while true {
        let count = try onDisk { () throws(FileError) in try unsafe input.read(into: memory) }
        if count == 0 { return }
        try unsafe write(UnsafeRawBufferPointer(rebasing: memory[..<count]))
      }
    }
  }

  /// Writes a tag file beside `data/`.
  func tag(_ name: String, _ bytes: [UInt8]) throws {
    let hashes = try unsafe write(name) { write in try unsafe bytes.withUnsafeBytes { try unsafe write($0) } }
    tags.append(Line(path: name, hashes: hashes))
  }

  /// Writes manifests and seal, makes everything durable, and gives the bag its name.
  ///
  /// - Parameters:
  ///   - info: the lines of `bag-info.txt`, without `Payload-Oxum`, which is added.
  ///   - seal: given the SHA-256 of `tagmanifest-sha256.txt`, answers `seal.note`; `nil` leaves the bag unsealed.
  func finish(info: [(label: String, value: String)], seal: (String) throws -> [UInt8]?) throws {
    try tag("bagit.txt", Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8))
    let oxum = [(label: "Payload-Oxum", value: "\(byteCount).\(payload.count)")]
    try tag("bag-info.txt", Array((info + oxum).map { "\($0.label): \($0.value)\n" }.joined().utf8))
    try tag("manifest-sha256.txt", BagWriter.manifest(payload, \.sha256))
    try tag("manifest-sha512.txt", BagWriter.manifest(payload, \.sha512))
    let lines = tags
    let short = BagWriter.manifest(lines, \.sha256)
    try folder.place("tagmanifest-sha256.txt", short)
    try folder.place("tagmanifest-sha512.txt", BagWriter.manifest(lines, \.sha512))
    if let note = try seal(FileHashes.of(short).sha256) { try folder.place("seal.note", note) }
    try folder.sync()
    let (from, to) = (temporary, target)
    try onDisk { () throws(FileError) in
      try FileSystem.rename(from, to)
      try FileSystem.syncFolder(SmallFile.folder(of: to))
    }
  }

  /// Takes away what was written so far.
  func abandon() { try? FileSystem.removeFolder(temporary) }

  private func write(
    _ path: String, _ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws -> FileHashes.Pair {
    var hashes = FileHashes()
    let isPayload = path.utf8.starts(with: "data/".utf8)
    try folder.stream(path) { file in
      try unsafe body { bytes in
        unsafe hashes.update(bytes)
        try onDisk { () throws(FileError) in try unsafe file.write(bytes) }
      }
    }
    if isPayload { byteCount += hashes.size }
    return hashes.pair
  }

  /// The lines of a manifest in the order of the bytes of their paths.
  private static func manifest(_ lines: [Line], _ digest: (FileHashes.Pair) -> String) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      bytes += Array("\(digest(line.hashes))  \(line.path)\n".utf8)
    }
    return bytes
  }
}
