import Foundation
import Leaf
import Ledger
import SQLiteLog
import Testing
import Vocabulary

/// Protected values that are destroyed or sealed anew: nothing in the files of the log may hold what was there before.
@Suite struct `sealed values` {
  private struct Sealed {
    let folder: TestFolder
    let ledger: Ledger

    init(_ values: [(subject: String, secret: String)]) throws {
      folder = try TestFolder()
      ledger = try Ledger.create(at: LedgerFolder(folder.path("mali")), origin: "example.org/mali")
      for (index, value) in values.enumerated() {
        let disclosure = try Disclosure(
          salt: [UInt8](repeating: UInt8(index), count: 16), name: "name", value: .string(value.secret))
        try ledger.log.append(.few) { [ledger] transaction throws(LedgerError) in
          let leaf = [UInt8]("{}".utf8)
          _ = try unsafe leaf.span.bytes.withUnsafeBytes { raw throws(LedgerError) in
            try unsafe transaction.append(id: EventID(high: 1, low: UInt64(index)), leaf: raw)
          }
          try transaction.keep(
            try ledger.disclosures.seal(
              Array(disclosure.text.utf8), subject: value.subject, position: UInt64(index)))
        }
      }
    }

    func opened(_ position: UInt64) throws -> Bool {
      guard let sealed = try ledger.log.disclosures(of: position).first else { return false }
      return (try? ledger.disclosures.open(sealed)) != nil
    }

    func digest(_ position: UInt64) throws -> String {
      let bytes = try #require(try ledger.log.disclosures(of: position).first).digest
      return Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
        "=", with: "")
    }

    var keys: [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path("mali/keys/subjects")))?.sorted() ?? []
    }

    /// Every file of the ledger that holds one of these runs of bytes.
    func files(holding secrets: [Data]) throws -> [String] {
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path("mali"))
      return try names.filter { name in
        let path = folder.path("mali/" + name)
        guard try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeRegular else {
          return false
        }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        return secrets.contains { bytes.range(of: $0) != nil }
      }
    }
  }

  @Test func `of one subject that is redacted go with their key, and the others get a new one`() throws {
    let sealed = try Sealed([("s1", "Awa"), ("s1", "Binta"), ("s2", "Coumba")])
    let root = try sealed.ledger.head().root
    let before = sealed.keys
    let doomed = try #require(try sealed.ledger.log.disclosures(of: 0).first)
    let old = try #require(try sealed.ledger.log.disclosures(of: 1).first)
    let report = try sealed.ledger.destroy(digests: [try sealed.digest(0)], of: [0])
    #expect(report.values == 1 && report.keys == 1 && report.resealed == 1 && report.isPurged)
    #expect(try sealed.ledger.log.disclosures(of: 0).isEmpty)
    #expect(try sealed.opened(1) && sealed.opened(2))
    #expect(sealed.keys.count == 2 && Set(sealed.keys).intersection(before).count == 1)
    // A copy of the old bytes is of no use any more, with all the keys that are here.
    for copy in [doomed, old] { #expect(throws: LedgerError.self) { try sealed.ledger.disclosures.open(copy) } }
    #expect(try sealed.files(holding: [Data(doomed.sealed), Data(doomed.sealed.dropFirst(12))]) == [])
    #expect(try sealed.files(holding: [Data(old.sealed)]) == [])
    #expect(try sealed.ledger.head().root == root)
  }

  @Test func `that were sealed anew open with the new keys alone, and the log stays as it was`() throws {
    let sealed = try Sealed([("s1", "Awa"), ("s1", "Binta"), ("s2", "Coumba")])
    let root = try sealed.ledger.head().root
    let before = sealed.keys
    let one = try sealed.ledger.rekey(subject: "s2")
    #expect(one.values == 0 && one.keys == 1 && one.resealed == 1 && one.isPurged)
    #expect(Set(sealed.keys).intersection(before).count == 1)
    let all = try sealed.ledger.rekey()
    #expect(all.values == 0 && all.keys == 2 && all.resealed == 3 && all.isPurged)
    #expect(Set(sealed.keys).isDisjoint(with: before) && sealed.keys.count == 2)
    for position in UInt64(0)..<3 { #expect(try sealed.opened(position)) }
    #expect(try sealed.ledger.head().root == root)
  }

  /// A key is retired, values are sealed anew, the old key is destroyed: stopped anywhere, the call can be repeated.
  @Test func `survive a call that was stopped after the key was retired`() throws {
    let sealed = try Sealed([("s1", "Awa"), ("s1", "Binta")])
    let key = try #require(sealed.keys.first)
    let path = sealed.folder.path("mali/keys/subjects/" + key)
    try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
    #expect(try sealed.opened(0))
    let report = try sealed.ledger.destroy(digests: [try sealed.digest(0)], of: [0])
    #expect(report.values == 1 && report.keys == 1 && report.resealed == 1)
    #expect(try !sealed.opened(0) && sealed.opened(1))
    #expect(sealed.keys.count == 1 && sealed.keys != [key])
    // Stopped before the old key was destroyed: it hides nothing any more, and goes with the next call.
    try Data((String(repeating: "0", count: 64) + "\ns1\n").utf8).write(
      to: URL(fileURLWithPath: sealed.folder.path("mali/keys/subjects/\(String(repeating: "a", count: 32)).old")))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600],
      ofItemAtPath: sealed.folder.path("mali/keys/subjects/\(String(repeating: "a", count: 32)).old"))
    #expect(try sealed.ledger.destroy(digests: [], of: []).keys == 1)
    #expect(try sealed.opened(1) && sealed.keys.count == 1)
  }

  @Test func `of a value with no subject of its own have a key each`() throws {
    let sealed = try Sealed([])
    let first = try sealed.ledger.disclosures.seal([1], subject: "own/1", isOwn: true, position: 0)
    let second = try sealed.ledger.disclosures.seal([1], subject: "own/2", isOwn: true, position: 0)
    #expect(first.key != second.key && sealed.keys.count == 2)
  }

  @Test func `that a reader of the log holds up are told`() throws {
    let sealed = try Sealed([("s1", "Awa")])
    let reader = try SQLiteLog(at: sealed.folder.path("mali/log.sqlite"), .reading)
    let digest = try sealed.digest(0)
    var report: Ledger.Destruction?
    try unsafe reader.read(0..<1) { _, _ in
      report = try sealed.ledger.destroy(digests: [digest], of: [0])
      return false
    }
    #expect(report?.values == 1 && report?.keys == 1 && report?.isPurged == false)
    #expect(try sealed.ledger.log.purge())
  }
}
