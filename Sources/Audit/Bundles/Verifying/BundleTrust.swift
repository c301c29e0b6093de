internal import Ledger
internal import TransparencyLog

/// Whom a reader believes: keys of logs, of witnesses, and how many witnesses are enough (C2SP tlog-policy).
struct BundleTrust {
  /// The keys of logs; a seal may be signed by any of them too.
  var logs: [VerifierKey] = []
  /// Witnesses by the name that the policy gives them.
  var witnesses: [String: VerifierKey] = [:]
  /// Groups of witnesses or groups: how many of the members are needed.
  var groups: [String: (needed: Int, members: [String])] = [:]
  /// The group, witness or `none` that must have cosigned.
  var quorum: String?
  /// Whether the reader brought the keys, or they were taken from the bundle.
  var isReaders = true

  /// Keys that the reader brought.
  init(keys: [VerifierKey]) { logs = keys }

  /// Reads a policy; a line that cannot be read makes it unusable.
  init(policy text: [UInt8]) throws(BundleFileError) {
    for (number, line) in text.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated() {
      let words = line.prefix { $0 != 0x23 }.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }
        .map { String(decoding: $0, as: UTF8.self) }
      guard let first = words.first else { continue }
      guard read(first, Array(words.dropFirst())) else {
        throw BundleFileError(reason: "line \(number + 1) is no line of a policy: log, witness, group or quorum")
      }
    }
  }

  private mutating func read(_ word: String, _ rest: [String]) -> Bool {
    switch (word, rest.count) {
    case ("log", 1...2):
      guard let key = try? VerifierKey(rest[0]) else { return false }
      logs.append(key)
    case ("witness", 2...3):
      guard let key = try? VerifierKey(rest[1]) else { return false }
      witnesses[rest[0]] = key
    case ("group", 3...):
      let members = Array(rest.dropFirst(2))
      let needed = rest[1] == "any" ? 1 : rest[1] == "all" ? members.count : Int(rest[1]) ?? 0
      guard (1...members.count).contains(needed), members.allSatisfy({ isKnown($0) }) else { return false }
      groups[rest[0]] = (needed, members)
    case ("quorum", 1):
      guard rest[0] == "none" || isKnown(rest[0]) else { return false }
      quorum = rest[0]
    default: return false
    }
    return true
  }

  private func isKnown(_ name: String) -> Bool { witnesses[name] != nil || groups[name] != nil }

  /// Whether the cosigners satisfy a name of the policy. Groups name only what was defined before, so this ends.
  func isMet(_ name: String, by cosigners: Set<VerifierKey>) -> Bool {
    if name == "none" { return true }
    if let witness = witnesses[name] { return cosigners.contains(witness) }
    guard let group = groups[name] else { return false }
    return group.members.count { isMet($0, by: cosigners) } >= group.needed
  }
}
