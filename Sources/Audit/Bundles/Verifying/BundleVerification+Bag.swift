internal import Ledger
internal import TransparencyLog

/// The container: BagIt 1.0 (RFC 8493), read strictly.
extension BundleVerification {
  private static let declaration = Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)
  private static let manifestLimit = 512 << 20
  private static let originals = Array("data/evidence/sha256/".utf8)

  /// Checks the container and hashes every file.
  func checkBag() {
    let before = report.count(.fail)
    checkTags()
    let short = manifest("manifest-sha256.txt", digits: 64, isPayload: true)
    let long = manifest("manifest-sha512.txt", digits: 128, isPayload: true)
    if short.lines.isEmpty { fail("bag", "lists no files: an empty bundle proves nothing", "manifest-sha256.txt") }
    if !short.lines.elementsEqual(long.lines, by: { $0.path == $1.path }) {
      fail("bag", "does not list the same files as manifest-sha256.txt", "manifest-sha512.txt")
    }
    compareNames(short)
    let bytes = hashPayload(short, long)
    checkSum(bytes)
    guard report.count(.fail) == before else { return }
    tell(.ok, "bag", "\(walk.payload.count) files, \(bytes) bytes, are those that the manifests list")
  }

  private func manifest(_ name: String, digits: Int, isPayload: Bool) -> BagManifest {
    do throws(BundleFileError) {
      let bytes = try files.require(name, atMost: BundleVerification.manifestLimit)
      let manifest = BagManifest(bytes, digits: digits, isPayload: isPayload)
      for refused in manifest.refused { fail("bag", "\(name): \(refused.reason)", refused.path) }
      return manifest
    } catch {
      fail("bag", error.reason, name)
      return BagManifest([], digits: digits, isPayload: isPayload)
    }
  }

  private func checkTags() {
    if (try? files.bytes("bagit.txt")) != BundleVerification.declaration {
      fail("bag", "does not declare BagIt 1.0 in UTF-8", "bagit.txt")
    }
    let names = Set(walk.tags.map(\.path))
    if names.contains("fetch.txt") {
      fail("bag", "would fetch files from elsewhere: a bundle holds everything itself", "fetch.txt")
    }
    let short = manifest("tagmanifest-sha256.txt", digits: 64, isPayload: false)
    let long = manifest("tagmanifest-sha512.txt", digits: 128, isPayload: false)
    for (lines, path) in [(short.lines, \FileHashes.Pair.sha256), (long.lines, \.sha512)] {
      for line in lines {
        guard let bytes = try? files.bytes(line.path, atMost: BundleVerification.manifestLimit) else {
          fail("bag", "is listed and missing", line.path)
          continue
        }
        if FileHashes.of(bytes)[keyPath: path] != line.digest {
          fail("bag", "differs from the tag manifest", line.path)
        }
      }
    }
    let listed = Set(short.lines.map(\.path))
    let free: Set = ["seal.note", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt", "fetch.txt"]
    for name in walk.tags.map(\.path) where !listed.contains(name) && !free.contains(name) {
      fail("bag", "is not listed in the tag manifest", name)
    }
  }

  /// Both are in the order of the bytes of their paths.
  private func compareNames(_ manifest: BagManifest) {
    let here = Set(walk.payload.map(\.path))
    let listed = Set(manifest.lines.map(\.path))
    for line in manifest.lines where !here.contains(line.path) { fail("bag", "is listed and missing", line.path) }
    for file in walk.payload where !listed.contains(file.path) {
      fail("bag", "is not listed in the manifest", file.path)
    }
  }

  /// Hashes every payload file and compares; answers how many bytes there were.
  private func hashPayload(_ short: BagManifest, _ long: BagManifest) -> UInt64 {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { unsafe buffer.deallocate() }
    let total = walk.payload.reduce(0) { $0 + $1.size }
    var (first, second) = (short.lines[...], long.lines[...])
    var bytes: UInt64 = 0
    for file in walk.payload {
      do throws(BundleFileError) {
        let hashes = try unsafe files.hashes(file.path, buffer)
        bytes += hashes.size
        let pair = hashes.pair
        let isShort = BundleVerification.digest(of: file.path, &first).map { $0 == pair.sha256 } ?? true
        let isLong = BundleVerification.digest(of: file.path, &second).map { $0 == pair.sha512 } ?? true
        if !isShort || !isLong { fail("bag", "differs from the manifest", file.path) }
        noteOriginal(file.path, pair.sha256)
      } catch { fail("bag", error.reason, file.path) }
      progress(bytes, total)
    }
    return bytes
  }

  /// The digest listed for a path, from lines in order; `nil` when none is.
  private static func digest(
    of path: String, _ lines: inout ArraySlice<(path: String, digest: String)>
  ) -> String? {
    while let line = lines.first, line.path.utf8.lexicographicallyPrecedes(path.utf8) { lines.removeFirst() }
    guard let line = lines.first, line.path.utf8.elementsEqual(path.utf8) else { return nil }
    return line.digest
  }

  private func noteOriginal(_ path: String, _ digest: String) {
    guard path.utf8.starts(with: BundleVerification.originals) else { return }
    let name = String(path[path.index(path.startIndex, offsetBy: BundleVerification.originals.count)...])
    guard let named = Digest(hex: String(name.dropFirst(3))),
      name.utf8.elementsEqual("\(named.hex.prefix(2))/\(named.hex)".utf8)
    else { return tell(.unknown, "evidence", "is no original and should not lie here", place: path) }
    originals.insert(named)
    if named.hex != digest { altered.insert(named) }
  }

  private func checkSum(_ bytes: UInt64) {
    let info = (try? files.bytes("bag-info.txt")).flatMap { $0 } ?? []
    for line in info.split(separator: 0x0a) where line.starts(with: "Payload-Oxum:".utf8) {
      let value = String(decoding: line.dropFirst(13), as: UTF8.self).filter { $0 != " " && $0 != "\r" }
      if value != "\(bytes).\(walk.payload.count)" {
        fail("bag", "says \(value) where the payload is \(bytes).\(walk.payload.count)", "bag-info.txt")
      }
    }
  }
}
