extension RandomLog {
  /// Retracts all of these at once.
  mutating func retract(_ targets: Range<Int>) {
    append("retract", ["reason": "None of it was so."], ["refs": .list(targets.map { ref($0, "retracts") })])
  }

  /// Adds a report that derives from the one a claim about control was read in, and the same claim read there; `false`
  /// when no claim stands as it was recorded, with its report and its grade.
  mutating func relay() -> Bool {
    let claims = entries.indices.filter { claim in
      guard entries[claim].kind == "claim.control", let report = entries[claim].report else { return false }
      return !entries.contains { $0.changes(claim) || $0.changes(report) }
    }
    guard !claims.isEmpty else { return false }
    let original = entries[pick(claims)]
    guard let report = original.report, let payload = original.leaf["payload"] else { return false }
    append(
      "report", ["published": "2023-06-30", "source": "un", "title": "What another report says"],
      ["refs": [ref(report, "derived-from")]])
    var members: [String: JSON] = [:]
    for key in ["grade", "occurred", "place"] { members[key] = original.leaf[key] }
    append("claim.control", payload, members, saidBy: entries.count - 1)
    return true
  }
}

extension Entry {
  /// Whether it retracts, corrects or grades an event.
  fileprivate func changes(_ event: Int) -> Bool {
    guard ["retract", "correct", "grade"].contains(kind), case .list(let refs)? = leaf["refs"] else { return false }
    return refs.contains { ref in
      if case .number(event)? = ref["seq"] { true } else { false }
    }
  }
}
