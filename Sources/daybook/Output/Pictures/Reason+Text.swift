import Views

extension Reason {
  /// The reason for a narrow column: the number of the rule and the first events, `R10 #12 #34 +3`.
  var short: String {
    var text = String(decoding: rule.utf8.prefix { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    for event in events.prefix(2) { text += " #\(event)" }
    for event in rivals.prefix(max(0, 2 - events.count)) { text += " #\(event)" }
    let more = events.count + rivals.count - 2
    if more > 0 { text += " +\(more)" }
    return text
  }

  /// The reason on one line: `R8-rival-claim  #12 against #34, 4 points, isgs, jnim, since 2023-08-03`.
  var text: String {
    var parts: [String] = []
    if !events.isEmpty { parts.append(events.map { "#\($0)" }.joined(separator: " ")) }
    if !rivals.isEmpty { parts.append("against " + rivals.map { "#\($0)" }.joined(separator: " ")) }
    if let measure { parts.append(measure) }
    if !actors.isEmpty { parts.append(actors.joined(separator: ", ")) }
    if let since { parts.append("since \(since)") }
    return ([rule] + (parts.isEmpty ? [] : [parts.joined(separator: ", ")])).joined(separator: "  ")
  }

  /// What the rule computed, with its unit.
  var measure: String? {
    guard let points else { return nil }
    switch rule {
    case "R11-stale", "W8-stale", "T5-stale": return points == 1 ? "1 day" : "\(points) days"
    case "C1-for", "C2-against": return points == 1 ? "1 root" : "\(points) roots"
    case "L2-majority-of-roots": return points == 1 ? "1 root" : "\(points) roots"
    case "Q1-originated", "Q2-corroborated", "Q2-contested", "Q2-refuted":
      return points == 1 ? "1 proposition" : "\(points) propositions"
    case "Q1-relayed", "Q3-faithful", "Q3-altered", "Q4-corrected":
      return points == 1 ? "1 account" : "\(points) accounts"
    case "Q6-proposes-F": return "\(points) judged"
    case _ where rule.hasPrefix("Q6-"): return "\(points) %"
    default: return points == 1 ? "1 point" : "\(points) points"
    }
  }
}
