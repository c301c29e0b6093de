import Audit
import Foundation
import Ledger
import SQLiteLog
import Schemas
import TestSupport
import Testing
import TransparencyLog

/// Timestamps inside a bundle, verified by both programs with a root that the reader brings.
@Suite(.enabled(if: ThrowAwayAuthority.isPossible, "the program openssl is not installed"))
final class BundleTimeTests {
  private let sample: SampleLedger
  private let home: URL
  private let authority: ThrowAwayAuthority
  private let ledger: Ledger

  init() throws {
    sample = try SampleLedger()
    home = FileManager.default.temporaryDirectory.appendingPathComponent("time-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    authority = try ThrowAwayAuthority()
    ledger = try Ledger.open(at: sample.folder)
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  private func stamp(by authority: ThrowAwayAuthority, renewing: Bool = false) throws {
    let checkpoint = try #require(try ledger.newestCheckpoint())
    let request = try TimestampRequest.over(ledger.toStamp(checkpoint, renewing: renewing))
    _ = try ledger.keep(timestamp: TimestampToken(authority.answer(request)), roots: nil)
  }

  private func bundle() throws -> URL {
    let url = home.appendingPathComponent(UUID().uuidString)
    _ = try BundleWriter.write(BundleOrder(reader: BundleReader.verifyPy), of: ledger, to: url.path)
    return url
  }

  /// What both programs say of the timestamps; they must say the same.
  private func verdicts(_ bundle: URL, roots: [UInt8]?) throws -> [String] {
    let key = try ledger.keys.verifier()
    let own = try BundleVerification(bundle.path, keys: [key], roots: roots).run().findings
      .filter { $0.check == "time" }.map { "\($0.verdict.rawValue) \($0.location)" }
    let file = home.appendingPathComponent("roots.pem")
    try Data(roots ?? []).write(to: file)
    let words = [bundle.appendingPathComponent("data/verify.py").path, "--key", key.description, "--json"]
    if let (output, _) = try Python.run(words + (roots == nil ? [] : ["--root", file.path])) {
      let object = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
      let theirs = try #require(object["findings"] as? [[String: String]]).filter { $0["check"] == "time" }
        .map { "\($0["verdict"] ?? "") \($0["place"] ?? "")" }
      #expect(theirs == own)
    }
    return own
  }

  private let (first, second) = ("data/log/timestamps/600.1.tsr", "data/log/timestamps/600.2.tsr")

  @Test func `are believed with the root of their authority, and with no other`() throws {
    try stamp(by: authority)
    let bundle = try bundle()
    #expect(try verdicts(bundle, roots: authority.root) == ["OK \(first)"])
    #expect(try verdicts(bundle, roots: nil) == ["UNKNOWN "])
    #expect(try verdicts(bundle, roots: ThrowAwayAuthority().root) == ["FAIL \(first)"])
    // A genuine token over something else, with the digest of the note beside it: only the signature tells.
    let file = bundle.appendingPathComponent(first)
    let genuine = try Data(contentsOf: file)
    let foreign = try authority.answer(TimestampRequest.over([1, 2, 3]))
    let note = try #require(try ledger.newestCheckpoint()).note
    try FileManager.default.removeItem(at: file)
    try Data(foreign + Digest.sha256(note).bytes).write(to: file)
    #expect(try verdicts(bundle, roots: authority.root) == ["FAIL \(first)"])
    try Data(foreign).write(to: file)
    #expect(try verdicts(bundle, roots: nil) == ["FAIL \(first)"], "a token that is over nothing here needs no root")
    // One byte of the signature.
    var altered = genuine
    altered[altered.count - 3] ^= 1
    try altered.write(to: file)
    #expect(try verdicts(bundle, roots: authority.root) == ["FAIL \(first)"])
  }

  @Test func `a renewal is over the note and the token before it`() throws {
    let old = try ThrowAwayAuthority(days: 1)
    try stamp(by: old)
    try stamp(by: authority, renewing: true)
    let bundle = try bundle()
    let roots = try old.root + authority.root
    #expect(try verdicts(bundle, roots: roots) == ["OK \(first)", "OK \(second)"])
    #expect(try verdicts(bundle, roots: nil) == ["UNKNOWN "])
    // Without what it renews it is over nothing here.
    try FileManager.default.removeItem(at: bundle.appendingPathComponent(first))
    #expect(try verdicts(bundle, roots: roots) == ["FAIL \(second)"])
  }

  @Test func `an audit believes them likewise`() throws {
    func audit(_ roots: [UInt8]?) -> [String] {
      Audit(of: ledger, roots: roots).run(only: ["timestamps"]).findings
        .map { "\($0.verdict.rawValue) \($0.location)" }
    }
    #expect(audit(nil) == ["OK "], "there is none yet")
    try stamp(by: authority)
    try #expect(audit(authority.root) == ["OK checkpoint 600"])
    #expect(audit(nil) == ["UNKNOWN checkpoint 600"])
    try #expect(audit(ThrowAwayAuthority().root) == ["FAIL checkpoint 600"])
    #expect(Audit(of: ledger).run().verdict == .unknown, "an audit of everything looks at them without being asked")
    try sample.falsify("UPDATE token SET checkpoint = 1")
    try #expect(audit(authority.root) == ["FAIL checkpoint 300"])
    #expect(audit(nil) == ["FAIL checkpoint 300"], "a token that is over nothing here needs no root")
  }
}
