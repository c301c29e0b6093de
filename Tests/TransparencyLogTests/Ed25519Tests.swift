import TestSupport
import Testing
import TransparencyLog

@Suite("Ed25519 signatures", .enabled(if: SharedData.isPresent))
struct Ed25519Tests {
  struct Wycheproof: Decodable {
    struct Group: Decodable {
      struct Key: Decodable { let pk: String }
      struct Test: Decodable {
        let tcId: Int
        let comment: String
        let msg: String
        let sig: String
        let result: String
      }
      let publicKey: Key
      let tests: [Test]
    }
    let testGroups: [Group]
  }

  struct EdgeCase: Decodable {
    let number: Int
    let key: String
    let sig: String
    let msg: String
    let flags: [String]?
  }

  static func accepts(key: String, signature: String, message: [UInt8]) throws -> Bool {
    let key = try VerifierKey(name: "test", publicKey: #require(Hexadecimal.bytes(key)))
    return try key.isEd25519(#require(Hexadecimal.bytes(signature)), over: message)
  }

  @Test func `signatures of Wycheproof are accepted and refused as published`() throws {
    let vectors: Wycheproof = try Vectors.json("ed25519/wycheproof_ed25519_test.json")
    var checked = 0
    for group in vectors.testGroups {
      for test in group.tests {
        let accepted = try Self.accepts(
          key: group.publicKey.pk, signature: test.sig, message: #require(Hexadecimal.bytes(test.msg)))
        #expect(accepted == (test.result == "valid"), "\(test.tcId) \(test.comment)")
        checked += 1
      }
    }
    print("checked: \(checked) signatures")
    #expect(checked == 151)
  }

  /// Verifiers legitimately differ on these, so this records how ours decides: it must not change unnoticed, since a note
  /// that one reader accepts and another refuses would split them. Only whoever chose the key can make such a signature.
  /// As Go and OpenSSL: no R that is not canonical, no residue of low order; a key of low order is accepted.
  @Test func `edge cases of the curve are decided as recorded`() throws {
    let cases: [EdgeCase] = try Vectors.json("ed25519/cctv_ed25519vectors.json")
    var accepted: [EdgeCase] = []
    for vector in cases
    where try Self.accepts(key: vector.key, signature: vector.sig, message: [UInt8](vector.msg.utf8)) {
      accepted.append(vector)
    }
    func count(_ flag: String) -> Int { accepted.filter { $0.flags?.contains(flag) == true }.count }
    print("checked: \(cases.count) edge cases, \(accepted.count) accepted")
    #expect(cases.count == 914)
    #expect(accepted.count == 208)
    let recorded = [
      "low_order_A": 122, "low_order_R": 99, "non_canonical_A": 36, "non_canonical_R": 0, "low_order_residue": 0,
      "reencoded_k": 10,
    ]
    for (flag, expected) in recorded { #expect(count(flag) == expected, "\(flag)") }
  }
}
