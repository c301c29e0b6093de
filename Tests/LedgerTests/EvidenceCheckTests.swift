import Foundation
import Testing
import TransparencyLog

@testable import Ledger

/// A check of all originals, broken off anywhere.
@Suite struct EvidenceCheckTests {
  private struct Stopped: Error {}

  private let place: TestFolder
  private let store: EvidenceStore
  private var listed: Set<Digest> = []

  /// 40 originals, of which every fifth is altered and every fourth named by no event; two more are named and not kept, and
  /// in the folders of some lie files that are none, ahead of and after the originals.
  init() throws {
    place = try TestFolder()
    store = EvidenceStore(place.path("evidence"))
    for number in 0..<40 {
      let file = place.path("file")
      try Data("original \(number)".utf8).write(to: URL(fileURLWithPath: file))
      let added = try store.add(file)
      if number % 4 != 0 { listed.insert(added.digest) }
      let path = store.path(of: added.digest)
      let folder = (path as NSString).deletingLastPathComponent
      if number % 7 == 0 {
        for name in ["0-notes.txt", "notes.txt"] { try Data().write(to: URL(fileURLWithPath: folder + "/" + name)) }
      }
      guard number % 5 == 0 else { continue }
      try FileManager.default.removeItem(atPath: path)
      try Data("altered \(number)".utf8).write(to: URL(fileURLWithPath: path))
      // Missing originals in the same folder, before and after.
      listed.insert(try #require(Digest([added.digest.bytes[0]] + [UInt8](repeating: 0, count: 31))))
      listed.insert(try #require(Digest([added.digest.bytes[0]] + [UInt8](repeating: 255, count: 31))))
    }
  }

  /// Checks on from a place; stops after `most` originals. Answers what was found, and after which originals how much.
  private func check(
    from start: EvidenceStore.Progress, most: Int = .max
  ) throws -> (found: [EvidenceStore.Finding], saved: [(EvidenceStore.Progress, Int)]) {
    var found: [EvidenceStore.Finding] = []
    var saved = [(start, 0)]
    do {
      try store.check(
        from: start, listed: { byte throws(LedgerError) in listed.filter { $0.bytes[0] == byte } },
        progress: { done throws(LedgerError) in
          saved.append((done, found.count))
          if done.objects - start.objects >= most, done.folders < 256 { throw .rehearsed }
        }, finding: { finding throws(LedgerError) in found.append(finding) })
    } catch LedgerError.rehearsed {}
    return (found, saved)
  }

  @Test func `goes on from wherever it was written down, and finds the same in the same order`() throws {
    let whole = try check(from: .init()).found
    #expect(whole.count > 20)
    for most in 1...40 {
      let first = try check(from: .init(), most: most)
      for (progress, count) in first.saved.suffix(3) {
        let rest = try check(from: progress).found
        #expect(Array(first.found.prefix(count)) + rest == whole, "stopped after \(most), on from \(progress.objects)")
      }
    }
  }
}
