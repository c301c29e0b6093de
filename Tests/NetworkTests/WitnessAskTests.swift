import Audit
import Foundation
import TestSupport
import Testing
import TransparencyLog

/// The log's side of C2SP tlog-witness v1.0.0 over HTTP: what it believes of what comes back.
@Suite struct WitnessAskTests {
  @Test func `two of three witnesses are asked, cosign, and make the quorum`() throws {
    let place = try NetworkFolder()
    try place.makeLedger()
    try place.makeWitness()
    let (first, key) = (try ServedWitness(place.path("eyes")), place.witnessKey)
    try #require(
      try place.run("witness", "init", place.path("press"), "--name", "witness.example.com/press").status == 0)
    let pressKey = try place.read("press/witness.vkey")
    let second = try ServedWitness(place.path("press"))
    try #require(
      try place.run("witness", "init", place.path("court"), "--name", "witness.example.org/court").status == 0)
    let court = try place.read("court/witness.vkey")
    // The second does not know the log yet.
    let names = [("ngo", "\(key) \(first.url)"), ("press", "\(pressKey) \(second.url)/"), ("court", court)]
    try place.writePolicy(names, quorum: "ngo")
    try place.write(
      place.read("mali/policy").replacing("quorum ngo", with: "group out 2 ngo press court\nquorum out\n"),
      "mali/policy")
    var answer = try place.ask()
    #expect(answer.status == 2)
    #expect(
      answer.output == """
        ngo cosigned 2 events.
        court was not asked: the policy has no URL for it.
        Quorum (2 of ngo, press, court) of the checkpoint of 2 events: not reached yet.

        """)
    #expect(
      answer.complaint
        == "daybook: press did not cosign: \(second.url)/add-checkpoint: 404: this witness does not know the log\n")
    try #require(
      try place.run("witness", "accept", place.read("mali/keys/log.vkey"), "--at", place.path("press")).status == 0)
    answer = try place.ask()
    #expect(answer.status == 0 && answer.complaint.isEmpty, "\(answer)")
    #expect(answer.output.hasPrefix("ngo had cosigned 2 events already.\npress cosigned 2 events.\n"))
    #expect(answer.output.hasSuffix("reached.\n"))
    // The next checkpoint continues the one before; a witness that knows more than the ledger remembers says where it is.
    try place.append("rfi")
    #expect(try place.ask("--witness", "ngo").output.hasPrefix("ngo cosigned 3 events.\n"))
    #expect(try place.ask("--witness", "press").status == 0)
    let status = try place.run("witness", "status", "--ledger", place.path("mali"))
    #expect(status.status == 0 && status.output.contains("3 events"))
  }

  @Test func `a witness that is at another size than the ledger knows is asked again from there`() throws {
    let place = try NetworkFolder()
    try place.makeLedger()
    try place.makeWitness()
    let served = try ServedWitness(place.path("eyes"))
    try place.writePolicy([("ngo", "\(place.witnessKey) \(served.url)")])
    // By file, and the answer is lost.
    let request = try place.run("witness", "request", "--ledger", place.path("mali"))
    try #require(
      try place.run("witness", "sign", "--at", place.path("eyes"), input: [UInt8](request.output.utf8)).status == 0)
    try place.append("rfi")
    let answer = try place.ask()
    #expect(answer.status == 0 && answer.output.hasPrefix("ngo cosigned 3 events.\n"), "\(answer)")
  }

  /// An answer of a witness that lies or fails, what is said of it, and the status that the command ends with.
  struct Lie: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let said: String
    var status: Int32 = 2

    init(_ what: String, _ bytes: [UInt8], _ said: String, status: Int32 = 2) {
      (testDescription, self.bytes, self.said, self.status) = (what, bytes, said, status)
    }
  }

  private static func text(_ status: String, _ body: String, type: String = "text/plain") -> [UInt8] {
    Answerer.answer(status, type: type, [UInt8](body.utf8))
  }

  private static let size = "text/x.tlog.size"

  static let lies: [Lie] = [
    Lie("garbage", text("200 OK", "\u{0}\u{1}garbage\u{1b}[2J"), "200, but its answer is no cosignature"),
    Lie("nothing", text("200 OK", ""), "200, but its answer is no cosignature"),
    Lie("a page", text("200 OK", "<html>Welcome</html>\n", type: "text/html"), "200, but its answer is no cosignature"),
    Lie("a size with 200", text("200 OK", "2\n"), "200, but its answer is no cosignature"),
    Lie("no size", text("409 Conflict", "elsewhere\n", type: size), "409 without the size that it is at"),
    Lie("a size of no type", text("409 Conflict", "1\n"), "409 without the size that it is at"),
    Lie("always the same size", text("409 Conflict", "1\n", type: size), "409: it is at 1, where it was asked from"),
    Lie(
      "a larger size", text("409 Conflict", "9\n", type: size), "409: it says that it has cosigned 9 events, more",
      status: 1),
    Lie(
      "another history", text("422 Unprocessable Entity", "no\n"), "422: it says that this log does not continue",
      status: 1),
    Lie("a forbidden log", text("403 Forbidden", "invalid signature\n"), "403: invalid signature"),
    Lie("a broken server", text("500 Internal Server Error", "\u{1b}[31mred\n"), "500: \\u{1b}[31mred"),
    Lie("no HTTP", [UInt8]("SSH-2.0-OpenSSH_9.9\r\n".utf8), "/add-checkpoint: "),
    Lie("silence", [], "/add-checkpoint: "),
    Lie("half an answer", [UInt8]("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n— w".utf8), "/add-checkpoint: "),
    Lie(
      "too much", text("200 OK", String(repeating: "x", count: 1_000_001)), "its answer is longer than 1000000 bytes"),
  ]

  @Test("a witness that fails or lies is refused with the reason", arguments: lies)
  func refused(lie: Lie) throws {
    let place = try NetworkFolder()
    try place.makeLedger()
    try place.makeWitness()
    let bytes = lie.bytes
    let answerer = try Answerer { wire, _ in
      _ = wire.message()
      wire.send(bytes)
    }
    try place.writePolicy([("ngo", "\(place.witnessKey) \(answerer.url)")])
    let before = try place.noteCount()
    let answer = try place.ask("--seconds", "60")
    #expect(answer.status == lie.status, "\(answer)")
    #expect(answer.complaint.hasPrefix("daybook: ngo did not cosign: \(answerer.url)/add-checkpoint: "), "\(answer)")
    #expect(answer.complaint.contains(lie.said), "\(answer)")
    #expect(!answer.complaint.contains("\u{1b}"))
    #expect(answer.output == "Quorum (ngo) of the checkpoint of 2 events: not reached yet.\n")
    #expect(try place.noteCount() == before, "something was kept")
  }

  @Test("a cosignature by another key, or over another checkpoint, is not kept", arguments: ["key", "checkpoint"])
  func foreign(what: String) throws {
    let place = try NetworkFolder()
    try place.makeLedger()
    try place.makeWitness()
    let log = try place.read("mali/keys/log.vkey")
    try place.writePolicy([("ngo", "\(place.witnessKey) http://127.0.0.1:1")])
    let request = [UInt8](try place.run("witness", "request", "--ledger", place.path("mali")).output.utf8)
    try #require(try place.run("witness", "init", place.path("other"), "--name", "witness.example.net/ngo").status == 0)
    try #require(try place.run("witness", "accept", log, "--at", place.path("other")).status == 0)
    let signer = what == "key" ? "other" : "eyes"
    let line = try place.run("witness", "sign", "--at", place.path(signer), input: request)
    if what == "checkpoint" { try place.append("rfi") }
    let answerer = try Answerer(String(decoding: Self.text("200 OK", line.output), as: UTF8.self))
    try place.writePolicy([("ngo", "\(place.witnessKey) \(answerer.url)")])
    let before = try place.noteCount()
    let answer = try place.ask()
    #expect(answer.status == 2)
    #expect(
      answer.complaint.contains("200, but no line of its answer is a cosignature over this checkpoint"), "\(answer)")
    #expect(try place.noteCount() == before)
  }

  @Test func `a redirection is told and not followed`() throws {
    let place = try NetworkFolder()
    try place.makeLedger()
    try place.makeWitness()
    let elsewhere = try Answerer("")
    for status in ["301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
      let target = elsewhere.url + "/add-checkpoint"
      let bytes = Answerer.answer(status, [], header: "Location: \(target)\r\n")
      let answerer = try Answerer { wire, _ in
        _ = wire.message()
        wire.send(bytes)
      }
      try place.writePolicy([("ngo", "\(place.witnessKey) \(answerer.url)")])
      let answer = try place.ask()
      #expect(answer.status == 2)
      #expect(
        answer.complaint.contains("\(status.prefix(3)): it points to '\(target)', where nothing was sent"), "\(answer)")
    }
    #expect(elsewhere.count == 0)
  }

  @Test("a witness that never ends its answer is given up", arguments: [true, false])
  func never(trickles: Bool) throws {
    let place = try NetworkFolder()
    try place.makeLedger()
    try place.makeWitness()
    let answerer = try Answerer { wire, _ in
      _ = wire.message()
      if trickles { wire.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n") }
      // Until the other side has gone, or a minute has passed.
      for _ in 0..<600 {
        if trickles, !wire.send("x") { return }
        if wire.receive(within: 0)?.isEmpty == true { return }
        usleep(100_000)
      }
    }
    try place.writePolicy([("ngo", "\(place.witnessKey) \(answerer.url)")])
    let answer = try place.ask("--seconds", "1")
    #expect(answer.status == 2)
    #expect(answer.complaint.contains("/add-checkpoint: no whole answer within 1 s"), "\(answer)")
  }

  @Test func `nobody there, and no URL, are told`() throws {
    let place = try NetworkFolder()
    try place.makeLedger()
    try place.makeWitness()
    let port: UInt16
    do { port = try Answerer("").port }
    try place.writePolicy([("ngo", "\(place.witnessKey) http://127.0.0.1:\(port)")])
    let refused = try place.ask()
    #expect(refused.status == 2 && refused.complaint.contains("nobody answers there"), "\(refused)")
    try place.writePolicy([("ngo", "\(place.witnessKey) file:///etc/passwd")])
    let file = try place.ask()
    #expect(file.status == 2 && file.complaint.contains("is no URL that can be asked"), "\(file)")
    try place.writePolicy([("ngo", place.witnessKey)])
    #expect(try place.ask().status == 64)
  }
}
