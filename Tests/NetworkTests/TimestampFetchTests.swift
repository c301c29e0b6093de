import Foundation
import TestSupport
import Testing

/// Timestamps over HTTP, RFC 3161 section 3.4, from an authority that is made for the test.
@Suite(.enabled(if: ThrowAwayAuthority.isPossible, "the program openssl is not installed"))
struct TimestampFetchTests {
  private static let type = "application/timestamp-reply"

  /// An authority that answers over HTTP.
  private static func served(_ authority: ThrowAwayAuthority) throws -> Answerer {
    try Answerer { wire, _ in
      guard let request = wire.message() else { return }
      let isQuery = request.header.contains("content-type: application/timestamp-query")
      let answer = isQuery && request.first == "POST /tsr HTTP/1.1" ? try? authority.answer(request.body) : nil
      wire.send(answer.map { Answerer.answer("200 OK", type: type, $0) } ?? Answerer.answer("400 Bad Request", []))
    }
  }

  private static func place(_ authority: ThrowAwayAuthority) throws -> NetworkFolder {
    let place = try NetworkFolder()
    try place.makeLedger()
    try place.write(String(decoding: authority.root, as: UTF8.self), "root.pem")
    return place
  }

  private static func fetch(_ place: NetworkFolder, _ url: String, _ more: String...) throws -> BuiltProgram.Answer {
    try place.daybook.run(["timestamp", "fetch", url, "--ledger", place.path("mali")] + more)
  }

  @Test func `a token is fetched, verified, kept, and renewed`() throws {
    let authority = try ThrowAwayAuthority()
    let place = try Self.place(authority)
    let answerer = try Self.served(authority)
    let (url, root) = (answerer.url + "/tsr", place.path("root.pem"))
    let first = try Self.fetch(place, url, "--root", root)
    #expect(first.status == 0 && first.output.hasPrefix("The checkpoint of 2 events existed at "), "\(first)")
    let renewed = try Self.fetch(place, url, "--root", root, "--renew")
    #expect(renewed.status == 0 && renewed.output.contains("The token renews 1 before it."), "\(renewed)")
    let older = try Self.fetch(place, url, "--size", "1")
    #expect(
      older.status == 0 && older.output.hasPrefix("Kept a token that says: the checkpoint of 1 event"), "\(older)")
    let check = try place.run("timestamp", "check", "--root", root, "--format", "csv", "--ledger", place.path("mali"))
    #expect(check.status == 0 && check.output.components(separatedBy: ",OK,").count == 4, "\(check)")
  }

  @Test func `what is no token, another's, old, or not held by the root is not kept`() throws {
    let authority = try ThrowAwayAuthority()
    let place = try Self.place(authority)
    let root = place.path("root.pem")
    let ledger = place.path("mali")
    // A token over this very checkpoint that answered an earlier request.
    let old = try Self.reply(place, authority)
    func expect(_ bytes: [UInt8], _ said: String, _ status: Int32, root: String) throws {
      let answerer = try Answerer { wire, _ in
        _ = wire.message()
        wire.send(bytes)
      }
      let answer = try Self.fetch(place, answerer.url + "/tsr", "--root", root)
      #expect(answer.status == status && answer.complaint.contains(said), "\(answer)")
      #expect(answer.output.isEmpty)
    }
    try expect(Answerer.answer("200 OK", type: Self.type, old), "its token answers another request", 65, root: root)
    try expect(
      Answerer.answer("200 OK", [UInt8]("hello".utf8)), "neither a response nor a token of RFC 3161", 65, root: root)
    try expect(
      Answerer.answer("200 OK", type: Self.type, []), "neither a response nor a token of RFC 3161", 65, root: root)
    try expect(Answerer.answer("503 Service Unavailable", [UInt8]("later\n".utf8)), "503: later", 65, root: root)
    let check = try place.run("timestamp", "check", "--ledger", ledger)
    #expect(check.output.hasPrefix("No checkpoint has a timestamp yet"), "\(check)")
    let stranger = try Self.served(try ThrowAwayAuthority())
    let answer = try Self.fetch(place, stranger.url + "/tsr", "--root", root)
    #expect(answer.status == 1 && answer.complaint.contains("the token does not hold"), "\(answer)")
    #expect(
      try place.run("timestamp", "check", "--ledger", ledger).output.hasPrefix("No checkpoint has a timestamp yet"))
  }

  /// The authority's answer to a request made by file.
  private static func reply(_ place: NetworkFolder, _ authority: ThrowAwayAuthority) throws -> [UInt8] {
    let process = place.daybook.process(["timestamp", "request", "--ledger", place.path("mali")])
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let request = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try authority.answer([UInt8](request))
  }
}
