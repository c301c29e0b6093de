import Foundation
import Ledger
import SQLiteLog
import TestSupport
import Testing
import TransparencyLog

@testable import Audit

/// Timestamps over checkpoints, RFC 3161.
@Suite(.enabled(if: ThrowAwayAuthority.isPossible, "the program openssl is not installed"))
struct TimestampTests {
  private static func stamped(
    _ ledger: Ledger, by authority: ThrowAwayAuthority, renewing: Bool = false
  ) throws -> KeptTimestamp {
    let checkpoint = try #require(try ledger.newestCheckpoint())
    let request = try TimestampRequest.over(ledger.toStamp(checkpoint, renewing: renewing))
    return try ledger.keep(timestamp: TimestampToken(authority.answer(request)), roots: authority.root)
  }

  @Test func `a token is over the whole note with its signatures, and over no other`() throws {
    let sample = try SampleLedger()
    let ledger = try Ledger.open(at: sample.folder)
    let authority = try ThrowAwayAuthority()
    let kept = try TimestampTests.stamped(ledger, by: authority)
    #expect(kept.size == 600 && kept.number == 1 && kept.renewed == 0)
    #expect(kept.token.authority == "/CN=Throw-away authority" && kept.token.hash == "sha256")
    let note = try #require(try ledger.newestCheckpoint()).note
    #expect(kept.stamped == note)
    var other = note
    other[other.count - 2] ^= 1
    #expect(kept.token.isOver(note) && !kept.token.isOver(other))
    #expect(throws: TimestampError.self) { try kept.token.verify(over: other, roots: authority.root) }
    #expect(throws: TimestampError.self) { try kept.token.verify(over: note, roots: ThrowAwayAuthority().root) }
    let foreign = try TimestampToken(authority.answer(TimestampRequest.over([1, 2, 3])))
    #expect(throws: TimestampError.foreign) { try ledger.keep(timestamp: foreign, roots: nil) }
    #expect(try ledger.keep(timestamp: kept.token, roots: authority.root) == kept, "the same again is not kept twice")
    #expect(try ledger.timestamps().count == 1)
  }

  @Test func `is verified at its own time, when its certificate has long ended`() throws {
    let sample = try SampleLedger()
    let ledger = try Ledger.open(at: sample.folder)
    let authority = try ThrowAwayAuthority(days: 1)
    let kept = try TimestampTests.stamped(ledger, by: authority)
    try kept.token.verify(over: kept.stamped, roots: authority.root)
    #expect(throws: TimestampError.broken(reason: "certificate verify error: Verify error: certificate has expired")) {
      try kept.token.verify(over: kept.stamped, roots: authority.root, at: kept.token.time + 3 * 86_400)
    }
    let verdicts = try TimestampVerdict.all(of: ledger, roots: authority.root, soon: kept.token.time + 3 * 86_400)
    #expect(verdicts.map(\.verdict) == [.ok] && verdicts[0].isEnding)
    #expect(verdicts[0].what.hasPrefix("existed at ") && verdicts[0].what.hasSuffix("unchanged since; renew it soon"))
    let later = try TimestampVerdict.all(of: ledger, roots: authority.root, soon: kept.token.time + 3600)
    #expect(later.map(\.isEnding) == [false])
    #expect(try TimestampVerdict.all(of: ledger, roots: nil, soon: 0).map(\.verdict) == [.unknown])
    #expect(try TimestampVerdict.all(of: ledger, roots: ThrowAwayAuthority().root, soon: 0).map(\.verdict) == [.fail])
  }

  @Test func `a renewal covers the tokens before it, and one that fails is not kept`() throws {
    let sample = try SampleLedger()
    let ledger = try Ledger.open(at: sample.folder)
    let (first, second) = (try ThrowAwayAuthority(days: 1), try ThrowAwayAuthority())
    let old = try TimestampTests.stamped(ledger, by: first)
    let checkpoint = try #require(try ledger.newestCheckpoint())
    let request = try TimestampRequest.over(ledger.toStamp(checkpoint, renewing: true))
    let token = try TimestampToken(second.answer(request))
    #expect(throws: TimestampError.self) { try ledger.keep(timestamp: token, roots: first.root) }
    #expect(try ledger.timestamps().count == 1)
    let roots = try first.root + second.root
    let new = try ledger.keep(timestamp: token, roots: roots)
    #expect(new.number == 2 && new.renewed == 1)
    #expect(new.stamped == checkpoint.note + old.token.bytes)
    let verdicts = try TimestampVerdict.all(of: ledger, roots: roots, soon: new.token.time + 3 * 86_400)
    #expect(verdicts.map(\.verdict) == [.ok, .ok] && verdicts.map(\.isEnding) == [false, false])
    #expect(verdicts[0].what.contains("; renewed at "))
  }

  @Test func `what is no token is refused`() throws {
    for bytes in [[], [UInt8]("hello".utf8), [0x30, 0x80]] {
      #expect(throws: TimestampError.self) { try TimestampToken(bytes) }
    }
  }

  @Test func `no byte of a token can be changed`() throws {
    let authority = try ThrowAwayAuthority()
    let data = [UInt8]("a note".utf8)
    let token = try TimestampToken(authority.answer(TimestampRequest.over(data)))
    // Each call starts a program: every seventh byte, another one each day of the week.
    let start = Int(UTCTime.now() / 86_400 % 7)
    for place in stride(from: start, to: token.bytes.count, by: 7 * 4) {
      var altered = token.bytes
      altered[place] ^= 1
      // A certificate that is not the signer's may be altered: what is proved is the same.
      guard let read = try? TimestampToken(altered) else { continue }
      if (try? read.verify(over: data, roots: authority.root)) != nil {
        #expect(read.time == token.time && read.imprint == token.imprint, "byte \(place)")
      }
    }
  }

  @Test(
    arguments: [
      ("Nov 23 20:38:29 2026 GMT", 1_795_466_309), ("Oct  8 15:40:32 2024 GMT", 1_728_402_032),
      ("Feb 29 23:59:59.75 2024 GMT", 1_709_251_199), ("Jan  1 00:00:00 1970 GMT", 0),
    ] as [(String, UInt64)])
  func `times are read as openssl writes them`(text: String, seconds: UInt64) {
    #expect(TimestampToken.seconds(text) == seconds)
  }

  // MARK: Tokens of others

  private static func vector(_ name: String) throws -> [UInt8] { try SharedData.bytes("vectors/rfc3161/" + name) }

  @Test(.enabled(if: SharedData.isPresent)) func `an authority of one day, and a text that was altered`() throws {
    let token = try TimestampToken(TimestampTests.vector("local_tsa/checkpoint.tsr"))
    #expect(try token == TimestampToken(TimestampTests.vector("local_tsa/checkpoint.tst")))
    let (text, root) = (
      try TimestampTests.vector("local_tsa/checkpoint.txt"), try TimestampTests.vector("local_tsa/root.pem")
    )
    #expect(token.time == 1_795_466_309 && token.isOver(text))
    try token.verify(over: text, roots: root)
    #expect(throws: TimestampError.broken(reason: "certificate verify error: Verify error: certificate has expired")) {
      try token.verify(over: text, roots: root, at: token.time + 2 * 86_400)
    }
    let tampered = try TimestampTests.vector("local_tsa/tampered.txt")
    #expect(!token.isOver(tampered))
    #expect(throws: TimestampError.self) { try token.verify(over: tampered, roots: root) }
  }

  struct Fixture: Sendable, CustomTestStringConvertible {
    var response: String
    var holds: Bool
    var data = "hello"
    var testDescription: String { response }
  }

  @Test(
    .enabled(if: SharedData.isPresent),
    arguments: [
      Fixture(response: "sigstage/response-sha256.tsr", holds: true),
      Fixture(response: "sigstage/response-sha384.tsr", holds: true),
      Fixture(response: "sigstage/response-sha512.tsr", holds: true),
      Fixture(response: "sigstage/response-no-embedded-cert.tsr", holds: true),
      Fixture(response: "sigstage/response-invalid-signature.tsr", holds: false),
      Fixture(response: "test_tsa/response.tsr", holds: true),
      // GHSA-3xxc-pwj6-jgrj: the signer is picked by its SignerInfo, whatever other certificates are sent along.
      Fixture(response: "test_tsa/response-injected-certs.tsr", holds: true),
      Fixture(response: "test_tsa/other_response.tsr", holds: false),
      Fixture(response: "sigstore.mock/response-expired.tsr", holds: true, data: ""),
    ])
  func `the tokens of rfc3161-client come out as they should`(fixture: Fixture) throws {
    let folder = "test/fixtures/" + (fixture.response.split(separator: "/").first ?? "")
    let token = try TimestampToken(TimestampTests.vector("test/fixtures/" + fixture.response))
    let data = fixture.data.isEmpty ? try TimestampTests.vector(folder + "/payload") : [UInt8](fixture.data.utf8)
    let roots = try TimestampTests.vector(folder + "/ts_chain.pem")
    #expect(token.isOver(data) || !fixture.holds)
    let held = Result { try token.verify(over: data, roots: roots) }
    #expect(((try? held.get()) != nil) == fixture.holds, "\(held)")
    #expect(throws: TimestampError.self) { try token.verify(over: data + [0], roots: roots) }
  }
}
