extension TrustPolicy {
  /// Reads a policy file.
  public init(_ file: [UInt8]) throws(PolicyError) {
    var reader = PolicyReader()
    for (index, line) in file.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated() {
      try reader.read(line, number: index + 1)
    }
    guard reader.hasQuorum else { throw .noQuorumLine }
    self = reader.policy
  }
}

/// Reads a policy line by line.
private struct PolicyReader {
  private(set) var policy = TrustPolicy()
  private(set) var hasQuorum = false
  private var names: Set<[UInt8]> = []
  private var members: Set<[UInt8]> = []
  private var line = 0

  private static let none = [UInt8]("none".utf8)

  mutating func read(_ bytes: ArraySlice<UInt8>, number: Int) throws(PolicyError) {
    line = number
    guard bytes.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7f }) else {
      throw .malformed(line: line, text: text(bytes), allowed: "no control character but tab and newline")
    }
    let words = bytes.split { $0 == 0x20 || $0 == 0x09 }
    guard let verb = words.first, verb.first != UInt8(ascii: "#") else { return }
    switch text(verb) {
    case "log": try log(words)
    case "witness": try witness(words)
    case "group": try group(words)
    case "quorum": try quorum(words)
    default: throw .malformed(line: line, text: text(verb), allowed: "log, witness, group, quorum or a # comment")
    }
  }

  private mutating func log(_ words: [ArraySlice<UInt8>]) throws(PolicyError) {
    guard (2...3).contains(words.count) else { throw malformed(words, "log VKEY [URL]") }
    let key = try key(words[1], .ed25519)
    guard !policy.logs.contains(where: { $0.key.publicKey == key.publicKey }) else {
      throw .duplicate(line: line, text: text(words[1]))
    }
    policy.logs.append(TrustPolicy.Log(key: key, url: words.count > 2 ? text(words[2]) : nil))
  }

  private mutating func witness(_ words: [ArraySlice<UInt8>]) throws(PolicyError) {
    guard (3...4).contains(words.count) else { throw malformed(words, "witness NAME VKEY [URL]") }
    let key = try key(words[2], .cosignature)
    guard !policy.witnesses.contains(where: { $0.key.publicKey == key.publicKey }) else {
      throw .duplicate(line: line, text: text(words[2]))
    }
    guard let name = String(validating: words[1], as: UTF8.self) else {
      throw malformed(words, "a name in UTF-8")
    }
    try define(words[1])
    policy.witnesses.append(TrustPolicy.Witness(name: name, key: key, url: words.count > 3 ? text(words[3]) : nil))
  }

  private mutating func group(_ words: [ArraySlice<UInt8>]) throws(PolicyError) {
    guard words.count >= 4 else { throw malformed(words, "group NAME all|any|K MEMBER…") }
    let own = words[3...].map { [UInt8]($0) }
    let threshold: Int
    switch text(words[2]) {
    case "any": threshold = 1
    case "all": threshold = own.count
    default:
      guard let number = Decimal.read(words[2]), number >= 1, number <= UInt64(own.count) else {
        throw malformed(words, "all, any or a number from 1 to \(own.count)")
      }
      threshold = Int(number)
    }
    for member in own {
      guard names.contains(member) else { throw .unknownName(line: line, text: text(member[...])) }
      guard members.insert(member).inserted else { throw .duplicate(line: line, text: text(member[...])) }
    }
    try define(words[1])
    policy.named[[UInt8](words[1])] = TrustPolicy.Group(threshold: threshold, members: own)
  }

  private mutating func quorum(_ words: [ArraySlice<UInt8>]) throws(PolicyError) {
    guard words.count == 2 else { throw malformed(words, "quorum NAME or quorum none") }
    guard !hasQuorum else { throw .duplicate(line: line, text: "quorum") }
    hasQuorum = true
    let name = [UInt8](words[1])
    if name == PolicyReader.none { return }
    guard names.contains(name) else { throw .unknownName(line: line, text: text(words[1])) }
    policy.quorum = name
  }

  private mutating func define(_ name: ArraySlice<UInt8>) throws(PolicyError) {
    guard [UInt8](name) != PolicyReader.none else {
      throw .malformed(line: line, text: "none", allowed: "any other name: none means no witness at all")
    }
    guard names.insert([UInt8](name)).inserted else { throw .duplicate(line: line, text: text(name)) }
  }

  private func key(_ word: ArraySlice<UInt8>, _ use: SignatureAlgorithm) throws(PolicyError) -> VerifierKey {
    let key: VerifierKey
    do throws(KeyError) { key = try VerifierKey(text(word)) } catch {
      throw .badKey(line: line, text: text(word), reason: "\(error)")
    }
    guard key.algorithm == use else {
      let reason = use == .ed25519 ? "a log signs with type 0x01" : "a witness cosigns with type 0x04"
      throw .badKey(line: line, text: text(word), reason: reason)
    }
    return key
  }

  private func malformed(_ words: [ArraySlice<UInt8>], _ allowed: String) -> PolicyError {
    .malformed(line: line, text: words.map(text).joined(separator: " "), allowed: allowed)
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
