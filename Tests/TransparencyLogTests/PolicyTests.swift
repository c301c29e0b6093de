import Testing

@testable import TransparencyLog

@Suite("Policies, C2SP tlog-policy")
struct PolicyTests {
  private static func key(_ seed: UInt8, _ algorithm: SignatureAlgorithm = .cosignature) -> VerifierKey {
    let name = "\(algorithm == .ed25519 ? "log" : "witness").example/\(seed)"
    guard let key = try? SignerKey(name: name, seed: [UInt8](repeating: seed, count: 32), algorithm: algorithm) else {
      preconditionFailure("a seed of 32 bytes makes a key")
    }
    return key.verifier
  }

  private static let log = key(1, .ed25519)
  private static let x = (10...12).map { key($0) }
  private static let y = (20...22).map { key($0) }

  /// The example of the standard.
  private static let example = """
    # an example
    log \(log)

    witness X1 \(x[0])
    witness X2 \(x[1]) https://x2.example/
    witness\tX3  \(x[2])
      group X-witnesses 2 X1 X2 X3
    witness Y1 \(y[0])
    witness Y2 \(y[1])
    witness Y3 \(y[2])
    group Y-witnesses any Y1 Y2 Y3
    group X-and-Y all X-witnesses Y-witnesses
    quorum X-and-Y

    """

  @Test func `the example of the standard means what it says, for every set of witnesses`() throws {
    let policy = try TrustPolicy([UInt8](PolicyTests.example.utf8))
    #expect(policy.logs.map(\.key) == [PolicyTests.log])
    #expect(policy.witnesses.map(\.name) == ["X1", "X2", "X3", "Y1", "Y2", "Y3"])
    #expect(policy.witnesses[1].url == "https://x2.example/")
    #expect(policy.quorumText == "2 of (2 of X1, X2, X3), (1 of Y1, Y2, Y3)")
    let all = PolicyTests.x + PolicyTests.y
    for set in 0..<64 {
      let present = all.indices.filter { set >> $0 & 1 == 1 }
      let isEnough = present.count { $0 < 3 } >= 2 && present.contains { $0 >= 3 }
      #expect(policy.isQuorum(present.map { all[$0] } + [PolicyTests.key(99)]) == isEnough, "\(present)")
    }
  }

  @Test func `a quorum of none asks for nobody, one witness for that one`() throws {
    let none = try TrustPolicy([UInt8]("quorum none".utf8))
    #expect(none.isQuorum([]) && !none.asksForWitnesses)
    let one = try TrustPolicy([UInt8]("witness a \(PolicyTests.x[0])\nquorum a\n".utf8))
    #expect(!one.isQuorum([]) && one.isQuorum([PolicyTests.x[0]]) && !one.isQuorum([PolicyTests.x[1]]))
  }

  @Test func `a checkpoint is accepted with the log's signature and a quorum, and not with less`() throws {
    let signer = try SignerKey(name: "log.example/1", seed: [UInt8](repeating: 1, count: 32))
    let checkpoint = Checkpoint(origin: signer.name, size: 7, root: .sha256([1]))
    let note = try checkpoint.sign(with: [signer])
    let policy = try TrustPolicy([UInt8](PolicyTests.example.utf8))
    func cosign(_ seeds: [UInt8]) throws -> [UInt8] {
      try note.adding(
        seeds.map { seed in
          try SignerKey(
            name: "witness.example/\(seed)", seed: [UInt8](repeating: seed, count: 32), algorithm: .cosignature
          )
          .cosign(note.text, time: 5)
        }
      ).bytes
    }
    #expect(try policy.verify(cosign([10, 12, 21])).checkpoint == checkpoint)
    #expect(throws: PolicyError.noQuorum(asked: policy.quorumText)) { try policy.verify(cosign([10, 21, 22, 77])) }
    var broken = try cosign([10, 12, 21])
    broken[broken.count - 10] ^= 1
    #expect(throws: PolicyError.self) { try policy.verify(broken) }
    let other = try SignerKey(name: "log.example/1", seed: [UInt8](repeating: 2, count: 32))
    #expect(throws: PolicyError.checkpoint(.note(.noKnownSignature))) {
      try policy.verify(checkpoint.sign(with: [other]).bytes)
    }
  }

  @Test(arguments: PolicyTests.bad)
  func `a policy that is not as the standard says is refused with its line`(text: String, error: PolicyError) {
    #expect(throws: error) { try TrustPolicy([UInt8](text.utf8)) }
  }

  private static let bad: [(String, PolicyError)] = [
    ("", .noQuorumLine),
    ("quorum none\nquorum none", .duplicate(line: 2, text: "quorum")),
    ("quorum nobody", .unknownName(line: 1, text: "nobody")),
    ("group g 1 a\nquorum g", .unknownName(line: 1, text: "a")),
    ("group g 1 g\nquorum g", .unknownName(line: 1, text: "g")),
    ("witness a \(x[0])\nwitness a \(x[1])\nquorum a", .duplicate(line: 2, text: "a")),
    ("witness a \(x[0])\nwitness b \(x[0])\nquorum a", .duplicate(line: 2, text: x[0].description)),
    ("log \(log)\nlog \(log)\nquorum none", .duplicate(line: 2, text: log.description)),
    ("witness a \(x[0])\ngroup g any a a\nquorum g", .duplicate(line: 2, text: "a")),
    (
      "witness a \(x[0])\ngroup g 2 a\nquorum g",
      .malformed(line: 2, text: "group g 2 a", allowed: "all, any or a number from 1 to 1")
    ),
    (
      "witness a \(x[0])\ngroup g 0 a\nquorum g",
      .malformed(line: 2, text: "group g 0 a", allowed: "all, any or a number from 1 to 1")
    ),
    (
      "witness none \(x[0])\nquorum none",
      .malformed(line: 1, text: "none", allowed: "any other name: none means no witness at all")
    ),
    ("log \(x[0])\nquorum none", .badKey(line: 1, text: x[0].description, reason: "a log signs with type 0x01")),
    (
      "witness a \(log)\nquorum a",
      .badKey(line: 1, text: log.description, reason: "a witness cosigns with type 0x04")
    ),
    (
      "monitor a\nquorum none",
      .malformed(line: 1, text: "monitor", allowed: "log, witness, group, quorum or a # comment")
    ),
    ("quorum none\r", .malformed(line: 1, text: "quorum none\r", allowed: "no control character but tab and newline")),
  ]

  @Test func `names are opaque octets: a Kelvin sign is no K`() throws {
    let text = "witness K \(PolicyTests.x[0])\nwitness \u{212A} \(PolicyTests.x[1])\nquorum \u{212A}\n"
    let policy = try TrustPolicy([UInt8](text.utf8))
    #expect(policy.isQuorum([PolicyTests.x[1]]) && !policy.isQuorum([PolicyTests.x[0]]))
  }
}
