import Audit
import Foundation
import Ledger
import Synchronization
import TestSupport
import Testing
import TransparencyLog

/// The witness's side of C2SP tlog-witness v1.0.0 over HTTP.
@Suite struct WitnessServerTests {
  private struct Published: Decodable {
    let desc: String
    let body: String
    let status: Int
    let respBody: String

    enum CodingKeys: String, CodingKey {
      case desc = "Desc"
      case body = "Body"
      case status = "Status"
      case respBody = "RespBody"
    }
  }

  private struct Older: Decodable {
    struct Request: Decodable {
      let body: String
      let status: Int
      let contains: String?

      enum CodingKeys: String, CodingKey {
        case body, status
        case contains = "response_contains"
      }
    }
    let key: String
    let origin: String
    let requests: [Request]

    enum CodingKeys: String, CodingKey {
      case key = "log_ed25519_public_key_hex"
      case origin
      case requests = "requests_in_order"
    }
  }

  /// The message that asks for a cosignature.
  private static func request(_ body: [UInt8]) -> [UInt8] {
    [UInt8]("POST /add-checkpoint HTTP/1.1\r\nHost: witness\r\nContent-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  /// A new witness that knows these logs.
  private static func folder(knowing logs: [VerifierKey]) throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("eyes-\(UUID().uuidString)").path
    _ = try WitnessFolder.create(at: path, name: "example.com/witness")
    for log in logs { _ = try WitnessFolder(path).accept(log) }
    return path
  }

  @Test(
    "gives Go's requests the statuses and types of the standard, on one connection", .enabled(if: SharedData.isPresent))
  func published() throws {
    let requests = try JSONDecoder().decode(
      [Published].self, from: Data(SharedData.bytes("vectors/tlog/add_checkpoint.json")))
    let log = try VerifierKey("ledger.example.org/incidents+dbccea4b+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c")
    let folder = try Self.folder(knowing: [log])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let served = try ServedWitness(folder)
    let wire = try Wire(to: served.port)
    for request in requests {
      wire.send(Self.request([UInt8](request.body.utf8)))
      let answer = try #require(wire.message(), "\(request.desc)")
      #expect(answer.first.hasPrefix("HTTP/1.1 \(request.status) "), "\(request.desc): \(answer.first)")
      let type = request.status == 409 ? "text/x.tlog.size" : "text/plain; charset=utf-8"
      #expect(answer.header.contains("content-type: \(type)"), "\(request.desc): \(answer.header)")
      if !request.respBody.isEmpty { #expect(answer.body == [UInt8](request.respBody.utf8), "\(request.desc)") }
      guard request.status == 200 else { continue }
      let note = try #require(AddCheckpointRequest([UInt8](request.body.utf8))).note
      let key = try WitnessFolder(folder).open().verifier
      let opened = try Checkpoint.open(note + answer.body, origin: log.name, logKeys: [log], witnesses: [key])
      #expect(opened.cosignatures.map(\.key) == [key])
    }
    #expect(requests.count == 8)
  }

  @Test("gives litewitness's requests their statuses, an unknown log 404", .enabled(if: SharedData.isPresent))
  func litewitness() throws {
    let vectors = try JSONDecoder().decode(
      Older.self, from: Data(SharedData.bytes("vectors/witness/litewitness_add_checkpoint.json")))
    let key = try #require(Hexadecimal.bytes(vectors.key))
    let folder = try Self.folder(knowing: [VerifierKey(name: vectors.origin, publicKey: key)])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let served = try ServedWitness(folder)
    for request in vectors.requests {
      let wire = try Wire(to: served.port)
      wire.send(Self.request([UInt8](request.body.utf8)))
      let answer = try #require(wire.message())
      let status = request.contains == "unknown log" ? 404 : request.status
      #expect(answer.first.hasPrefix("HTTP/1.1 \(status) "), "\(answer.first): \(request.body)")
    }
    #expect(vectors.requests.count == 9)
  }

  /// Checkpoints of a log that says whatever it likes: each a root of its own, of one size or of several.
  private static func fork(_ log: SignerKey, count: Int) throws -> [[UInt8]] {
    try (0..<count).map { number in
      let root = Digest.sha256([UInt8]("\(log.name) \(number)".utf8))
      let checkpoint = Checkpoint(origin: log.name, size: 5 + UInt64(number % 3), root: root)
      return AddCheckpointRequest(oldSize: 0, proof: [], note: try checkpoint.sign(with: [log]).bytes).body
    }
  }

  @Test("of many requests at once from the same old size exactly one is cosigned", arguments: [1, 2])
  func concurrent(servers: Int) throws {
    let logs = try (0..<24).map {
      try SignerKey(name: "log.example/\($0)", seed: [UInt8](repeating: UInt8($0), count: 32))
    }
    let folder = try Self.folder(knowing: logs.map(\.verifier))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // Two processes on one folder stand for an office that starts the witness twice by mistake.
    let served = try (0..<servers).map { _ in try ServedWitness(folder) }
    let (rivals, ports) = (8, served.map(\.port))
    for log in logs {
      let requests = try Self.fork(log, count: rivals).map { Self.request($0) }
      let wires = try (0..<rivals).map { try Wire(to: ports[$0 % servers]) }
      // All but the last byte first, so that every request becomes whole at nearly the same moment.
      for (wire, request) in zip(wires, requests) { wire.send(request.dropLast()) }
      let answers = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: rivals) { index in
        wires[index].send([requests[index][requests[index].count - 1]])
        guard let answer = wires[index].message() else { return }
        let text = answer.first.split(separator: " ")[1] + " " + String(decoding: answer.body, as: UTF8.self)
        answers.withLock { $0.append(text) }
      }
      let said = answers.withLock(\.self)
      let cosigned = said.filter { $0.hasPrefix("200 ") }
      let record = try #require(try WitnessFolder(folder).latest(log.name))
      #expect(cosigned.count == 1, "\(log.name): \(said)")
      #expect(said.filter { $0 == "409 \(record.size)\n" }.count == rivals - 1, "\(log.name): \(said)")
    }
  }

  @Test func `what is no request is refused, and the witness goes on`() throws {
    let log = try SignerKey(name: "log.example/m", seed: [UInt8](repeating: 1, count: 32))
    let folder = try Self.folder(knowing: [log.verifier])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let served = try ServedWitness(folder)
    func first(_ message: String) throws -> String {
      let wire = try Wire(to: served.port)
      wire.send(message)
      return wire.message()?.first ?? ""
    }
    let head = "Host: w\r\nContent-Length: 0\r\n\r\n"
    #expect(try first("POST /add-checkpoint HTTP/1.1\r\n" + head).hasPrefix("HTTP/1.1 400 "))
    #expect(try first("GET /add-checkpoint HTTP/1.1\r\n" + head).hasPrefix("HTTP/1.1 405 "))
    #expect(try first("POST /add-checkpoint/x HTTP/1.1\r\n" + head).hasPrefix("HTTP/1.1 404 "))
    #expect(try first("POST / HTTP/1.1\r\n" + head).hasPrefix("HTTP/1.1 404 "))
    #expect(try first("hello\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
    #expect(
      try first("POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: -1\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
    let flood = (0..<200).map { "X-\($0): \(String(repeating: "x", count: 200))\r\n" }.joined()
    #expect(
      !(try first("POST /add-checkpoint HTTP/1.1\r\nHost: w\r\n\(flood)Content-Length: 0\r\n\r\n").contains(" 200 ")))
    let body = try Self.fork(log, count: 1)[0]
    let wire = try Wire(to: served.port)
    wire.send(Self.request(body))
    #expect(wire.message()?.first.hasPrefix("HTTP/1.1 200 ") == true)
    #expect(served.stop() == 0)
  }

  @Test("a body without end is refused and cut off, with and without a length", arguments: [true, false])
  func endless(hasLength: Bool) throws {
    let folder = try Self.folder(knowing: [])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let served = try ServedWitness(folder)
    let wire = try Wire(to: served.port)
    let form = hasLength ? "Content-Length: 99999999999" : "Transfer-Encoding: chunked"
    wire.send("POST /add-checkpoint HTTP/1.1\r\nHost: w\r\n\(form)\r\n\r\n")
    let block = (hasLength ? "" : "10000\r\n") + String(repeating: "x", count: 1 << 16) + (hasLength ? "" : "\r\n")
    var sent = 0
    while sent < 1 << 26, wire.send(block) { sent += 1 << 16 }
    #expect(sent < 1 << 26, "the witness read 64 MB of one request")
    let next = try Wire(to: served.port)
    next.send(Self.request([]))
    #expect(next.message()?.first.hasPrefix("HTTP/1.1 400 ") == true, "the witness answers others")
  }

  @Test("whoever sends too slowly is cut off", arguments: ["", "POST /add-checkpoint HTTP/1.1\r\nX-", "whole head"])
  func slow(start: String) throws {
    let folder = try Self.folder(knowing: [])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let served = try ServedWitness(folder, ["--seconds", "1"])
    let wire = try Wire(to: served.port)
    let head = "POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 9999\r\n\r\n"
    wire.send(start == "whole head" ? head : start)
    var isCut = false
    for _ in 0..<600 where !isCut {
      // One byte after the other never lets a pause grow long.
      if !start.isEmpty { wire.send("x") }
      usleep(100_000)
      isCut = wire.receive(within: 0) != nil
    }
    #expect(isCut, "the connection was still open after a minute")
  }

  @Test func `a sealed key is opened by a passphrase that is in no argument, variable or file of the server`() throws {
    let place = try NetworkFolder()
    try place.write("correct horse\n", "passphrase")
    try #require(
      try place.run(
        "witness", "init", place.path("eyes"), "--name", "example.com/witness", "--passphrase-file",
        place.path("passphrase")
      ).status == 0)
    let log = try SignerKey(name: "log.example/m", seed: [UInt8](repeating: 1, count: 32))
    _ = try WitnessFolder(place.path("eyes")).accept(log.verifier)
    let served = try ServedWitness(place.path("eyes"), ["--passphrase-file", place.path("passphrase")])
    let wire = try Wire(to: served.port)
    wire.send(Self.request(try Self.fork(log, count: 1)[0]))
    #expect(wire.message()?.first.hasPrefix("HTTP/1.1 200 ") == true)
    try place.write("wrong\n", "passphrase")
    let wrong = try place.run(
      "witness", "serve", "--at", place.path("eyes"), "--port", "0", "--passphrase-file", place.path("passphrase"))
    #expect(wrong.status != 0 && wrong.output.isEmpty)
  }

  @Test func `a log that is accepted or taken out while the witness serves is known or unknown at once`() throws {
    let log = try SignerKey(name: "log.example/m", seed: [UInt8](repeating: 1, count: 32))
    let folder = try Self.folder(knowing: [])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let served = try ServedWitness(folder)
    let wire = try Wire(to: served.port)
    let request = Self.request(try Self.fork(log, count: 1)[0])
    func status() -> String? {
      wire.send(request)
      return wire.message().map { String($0.first.split(separator: " ")[1]) }
    }
    #expect(status() == "404")
    let empty = try String(contentsOfFile: folder + "/policy", encoding: .utf8)
    _ = try WitnessFolder(folder).accept(log.verifier)
    #expect(status() == "200")
    try Data(empty.utf8).write(to: URL(fileURLWithPath: folder + "/policy"))
    #expect(status() == "404")
    try Data("nonsense\n".utf8).write(to: URL(fileURLWithPath: folder + "/policy"))
    #expect(status() == "500")
  }
}
