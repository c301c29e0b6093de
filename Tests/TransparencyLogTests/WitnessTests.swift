import Foundation
import TestSupport
import Testing

@testable import TransparencyLog

@Suite("Witnesses, C2SP tlog-witness v1.0.0")
struct WitnessTests {
  struct Request: Decodable {
    let desc: String
    let body: String
    let status: Int
    let respBody: String
  }

  struct Older: Decodable {
    struct Request: Decodable {
      let body: String
      let status: Int
      let responseContains: String?
    }
    let logEd25519PublicKeyHex: String
    let origin: String
    let requestsInOrder: [Request]
  }

  struct Omniwitness: Decodable {
    let vkey: String
    let oldNote: String
    let newNote: String
    let oldSize: UInt64
    let newSize: UInt64
    let proofHex: [String]
  }

  /// A witness with what it remembers in a dictionary.
  final class Remembering {
    let witness: Witness
    var records: [String: WitnessRecord] = [:]

    init(_ name: String = "example.com/witness", logs: [VerifierKey]) throws {
      let key = try SignerKey(name: name, seed: [UInt8](repeating: 9, count: 32), algorithm: .cosignature)
      witness = Witness(key: key, logs: logs)
    }

    func answer(_ body: [UInt8], time: UInt64 = 1_790_000_000) -> WitnessAnswer {
      let answer = witness.answer(body, time: time) { records[$0] }
      if let record = answer.record { records[record.origin] = record }
      return answer
    }
  }

  @Test("answers Go's requests with the statuses of the standard", .enabled(if: SharedData.isPresent))
  func published() throws {
    let requests: [Request] = try Vectors.json("tlog/add_checkpoint.json")
    let log = try VerifierKey(CheckpointTests.log)
    let witness = try Remembering(logs: [log])
    for request in requests {
      let answer = witness.answer([UInt8](request.body.utf8))
      #expect(answer.status == request.status, "\(request.desc)")
      if !request.respBody.isEmpty { #expect(answer.body == [UInt8](request.respBody.utf8)) }
      #expect(answer.contentType == (answer.outcome == .conflict ? "text/x.tlog.size" : "text/plain; charset=utf-8"))
      guard answer.outcome == .cosigned else { continue }
      // As the standard says: the answer below the checkpoint is a note that opens with the witness's key.
      let note = try #require(AddCheckpointRequest([UInt8](request.body.utf8))).note
      let opened = try Checkpoint.open(
        note + answer.body, origin: log.name, logKeys: [log], witnesses: [witness.witness.verifier])
      #expect(opened.cosignatures == [Cosignature(key: witness.witness.verifier, time: 1_790_000_000)])
    }
    #expect(requests.count == 8)
  }

  @Test(
    "answers litewitness's requests, an unknown log with 404 as the standard has it now",
    .enabled(if: SharedData.isPresent))
  func litewitness() throws {
    let vectors: Older = try Vectors.json("witness/litewitness_add_checkpoint.json")
    let key = try #require(Hexadecimal.bytes(vectors.logEd25519PublicKeyHex))
    let witness = try Remembering(logs: [VerifierKey(name: vectors.origin, publicKey: key)])
    for request in vectors.requestsInOrder {
      let answer = witness.answer([UInt8](request.body.utf8))
      #expect(answer.status == (request.responseContains == "unknown log" ? 404 : request.status))
      if let text = request.responseContains, request.status == 200 {
        #expect(String(decoding: answer.body, as: UTF8.self).contains(text))
      }
    }
    #expect(vectors.requestsInOrder.count == 9)
  }

  @Test("accepts omniwitness's step from 5 to 8, and no proof with a byte changed", .enabled(if: SharedData.isPresent))
  func omniwitness() throws {
    let vector: Omniwitness = try Vectors.json("witness/omniwitness_consistency.json")
    let witness = try Remembering(logs: [VerifierKey(vector.vkey)])
    #expect(
      witness.answer(AddCheckpointRequest(oldSize: 0, proof: [], note: [UInt8](vector.oldNote.utf8)).body).status == 200
    )
    let proof = try vector.proofHex.map { try #require(Digest(hex: $0)) }
    for index in proof.indices {
      var bytes = proof[index].bytes
      bytes[31] ^= 1
      var wrong = proof
      wrong[index] = try #require(Digest(bytes[...]))
      let request = AddCheckpointRequest(oldSize: 5, proof: wrong, note: [UInt8](vector.newNote.utf8))
      #expect(witness.answer(request.body).outcome == .badProof)
    }
    let request = AddCheckpointRequest(oldSize: vector.oldSize, proof: proof, note: [UInt8](vector.newNote.utf8))
    #expect(witness.answer(request.body).status == 200)
    #expect(witness.records.values.map(\.size) == [vector.newSize])
  }

  /// A log whose tree grows, and one that forks from it.
  private struct Log {
    let key: SignerKey
    var hashes: [Digest]

    init(name: String = "log.example/w") throws {
      key = try SignerKey(name: name, seed: [UInt8](repeating: 3, count: 32))
      hashes = (0..<40).map { leafHash(UInt64($0)) }
    }

    func note(_ size: Int) throws -> [UInt8] {
      let root = try Tree.root(size: UInt64(size), reader: DenseTree(Array(hashes.prefix(size))))
      return try Checkpoint(origin: key.name, size: UInt64(size), root: root).sign(with: [key]).bytes
    }

    func request(_ old: Int, _ size: Int) throws -> [UInt8] {
      let proof =
        old == 0
        ? []
        : try Tree.proveConsistency(
          from: UInt64(old), to: UInt64(size), reader: DenseTree(Array(hashes.prefix(size))))
      return AddCheckpointRequest(oldSize: UInt64(old), proof: proof, note: try note(size)).body
    }
  }

  @Test func `every step between two sizes is cosigned, and every other start is a conflict that says the size`() throws
  {
    let log = try Log()
    for old in 1...12 {
      for size in old...24 {
        let witness = try Remembering(logs: [log.key.verifier])
        #expect(witness.answer(try log.request(0, old)).status == 200)
        for wrong in 1...size where wrong != old {
          let answer = witness.answer(try log.request(wrong, size))
          #expect(answer.outcome == .conflict && answer.body == [UInt8]("\(old)\n".utf8))
        }
        #expect(witness.answer(try log.request(old, size)).status == 200, "\(old) to \(size)")
        #expect(witness.records[log.key.name]?.size == UInt64(size))
      }
    }
  }

  @Test func `a fork is never cosigned, at the same size nor later`() throws {
    let log = try Log()
    var fork = log
    fork.hashes[3] = leafHash(999)
    let witness = try Remembering(logs: [log.key.verifier])
    #expect(witness.answer(try log.request(0, 10)).status == 200)
    let same = witness.answer(try fork.request(10, 10))
    #expect(same.outcome == .conflict && same.body == [UInt8]("10\n".utf8))
    for size in 11...40 { #expect(witness.answer(try fork.request(10, size)).outcome == .badProof) }
    #expect(witness.records[log.key.name]?.root == (try Checkpoint(text: Note(log.note(10)).text)).root)
    #expect(witness.answer(try log.request(10, 10)).status == 200, "the same checkpoint may be cosigned again")
  }

  @Test func `a request with any byte changed is never cosigned as something else`() throws {
    let log = try Log()
    let body = try log.request(5, 9)
    let opened = try #require(AddCheckpointRequest(body))
    #expect(opened.body == body)
    for place in body.indices {
      for mask: UInt8 in [1, 0x20, 0x80] {
        var altered = body
        altered[place] ^= mask
        let witness = try Remembering(logs: [log.key.verifier])
        _ = witness.answer(try log.request(0, 5))
        #expect(witness.answer(altered).outcome != .cosigned, "byte \(place)")
        #expect(witness.records[log.key.name]?.size == 5)
      }
    }
  }

  @Test(arguments: [
    "", "old 0", "old 0\n", "old 0\n\n", "old 00\n\nx", "old -1\n\nx", "old  1\n\nx", "Old 1\n\nx", "old 1\nAAAA\n\nx",
    "old 1 \n\nx", "old 18446744073709551616\n\nx", "old 1\r\n\nx",
  ])
  func `a body in any other form is malformed`(body: String) throws {
    #expect(AddCheckpointRequest([UInt8](body.utf8)) == nil)
    #expect(try Remembering(logs: []).answer([UInt8](body.utf8)).status == 400)
  }

  @Test func `a proof of more than 63 lines is malformed`() throws {
    let log = try Log()
    let note = try log.note(9)
    let many = [Digest](repeating: .emptyRoot, count: 64)
    #expect(AddCheckpointRequest(AddCheckpointRequest(oldSize: 1, proof: many, note: note).body) == nil)
    #expect(
      AddCheckpointRequest(AddCheckpointRequest(oldSize: 1, proof: Array(many.dropLast()), note: note).body) != nil)
  }

  @Test func `the log keeps what known witnesses signed over its note, and nothing else`() throws {
    let log = try Log()
    let note = try Note(log.note(9))
    let witness = try Remembering(logs: [log.key.verifier])
    let stranger = try Remembering("example.com/stranger", logs: [log.key.verifier])
    let lines = [witness, stranger].flatMap { $0.answer((try? log.request(0, 9)) ?? []).body }
    guard case .signatures(let signatures) = try #require(WitnessResponse(lines)) else {
      Issue.record("no signatures")
      return
    }
    #expect(signatures.count == 2)
    #expect(note.cosignatures(among: signatures, by: [witness.witness.verifier]) == [signatures[0]])
    #expect(try Note(log.note(8)).cosignatures(among: signatures, by: [witness.witness.verifier]).isEmpty)
    #expect(WitnessResponse([UInt8]("1000\n".utf8)) == .isAt(1000))
    for text in ["", "1000", "1000\n\n", "01\n", "hello\n", "— a b\n"] {
      #expect(WitnessResponse([UInt8](text.utf8)) == nil)
    }
  }
}

extension DenseTree {
  fileprivate init(_ hashes: [Digest]) {
    self.init()
    for hash in hashes { append(hash) }
  }
}
