internal import Leaf
internal import Ledger
internal import TransparencyLog

/// Tables, and the seal over the whole.
extension BundleVerification {
  private static let tables = "data/views/"

  /// Whether each table is the one that `views.json` lists, drawn from the signed events.
  func checkViews(_ checkpoint: Checkpoint) {
    let listed = BundleVerification.tables + "views.json"
    let tables = walk.payload.filter { $0.path.utf8.starts(with: BundleVerification.tables.utf8) && $0.path != listed }
    do {
      guard let bytes = try files.bytes(listed) else {
        for table in tables { fail("views", "is listed in no views.json", table.path) }
        return
      }
      let document = try Document(bytes, as: .draft)
      guard document.root["size"]?.integer.flatMap({ UInt64(exactly: $0) }) == checkpoint.size else {
        return fail("views", "was drawn from another number of events than are signed", listed)
      }
      var digests: [String: String] = [:]
      for table in document.root["tables"]?.elements ?? document.root.elements {
        if let name = table["file"]?.string, let digest = table["sha256"]?.string { digests[name] = digest }
      }
      for table in tables { try compare(table.path, digests) }
      if !tables.isEmpty {
        tell(
          .ok, "views",
          "\(tables.count) tables are listed with the events they were drawn from; Daybook can draw them again")
      }
    } catch { fail("views", "is no list of tables: \(error)", listed) }
  }

  private func compare(_ path: String, _ digests: [String: String]) throws {
    let name = String(path.dropFirst(BundleVerification.tables.count))
    guard let digest = digests[name] else { return fail("views", "is not listed in views.json", path) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { unsafe buffer.deallocate() }
    let found = try unsafe files.hashes(path, buffer).pair.sha256
    if found != digest { fail("views", "is not the table that views.json lists", path) }
  }

  /// The seal: a note over the SHA-256 of `tagmanifest-sha256.txt`, and so over every file.
  func checkSeal(_ checkpoint: Checkpoint) {
    let name = "seal.note"
    guard let note = try? files.bytes(name) else {
      return tell(.unknown, "seal", "nobody sealed this bundle: who put it together cannot be told", place: name)
    }
    do {
      let text = String(decoding: try Note(note).text, as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let tags = FileHashes.of(try files.require("tagmanifest-sha256.txt", atMost: 512 << 20)).sha256
      guard lines.count == 4, lines[1] == tags, lines[2] == "\(checkpoint.origin) \(checkpoint.size)" else {
        return fail("seal", "seals another content than this", name)
      }
    } catch { return fail("seal", "is no seal: \((error as? BundleFileError)?.reason ?? "\(error)")", name) }
    let own = (try? files.bytes("data/trust/seal.vkey")).flatMap { $0 }.flatMap { bytes in
      try? VerifierKey(String(decoding: bytes.prefix { $0 != 0x0a }, as: UTF8.self))
    }
    let keys = trust.logs + (own.map { trust.logs.contains($0) ? [] : [$0] } ?? [])
    do throws(NoteError) {
      let opened = try Note.open(note, keys: keys)
      for case let end? in opened.signers.map({ keyEvents.end(of: $0) }) {
        let what = "is the seal of the key \(KeyID.text(end.key)), which event #\(end.event) \(EndedKeys.fate(end))"
        return fail("seal", what, name)
      }
      let isReaders = trust.isReaders && opened.signers.contains { trust.logs.contains($0) }
      tell(
        isReaders ? .ok : .unknown, "seal",
        isReaders
          ? "the bundle was sealed by \(opened.signers[0].name), whose key you gave"
          : "the bundle was sealed with a key that you did not give: ask its owner for the key", place: name)
    } catch {
      if error == .noKnownSignature {
        tell(.unknown, "seal", "the bundle was sealed with a key that is not at hand", place: name)
      } else {
        fail("seal", "its signature does not hold: \(error)", name)
      }
    }
  }
}
