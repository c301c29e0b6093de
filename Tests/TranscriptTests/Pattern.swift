import Foundation

/// Expected lines with placeholders for what differs from run to run.
///
/// `«hash»` 64 hex digits · `«id»` 32 hex digits · `«short»` 6 to 16 hex digits · `«time»` a UTC time to the second ·
/// `«date»` · `«number»` · `«base64»` · `«any»` anything in one line. A line that holds only `…` stands for any number
/// of lines. `«id:attack»` also remembers what it met: the same name must meet the same text again, in later expected
/// lines and in later commands.
struct Pattern {
  private(set) var remembered: [String: String] = [:]

  private static let forms = [
    "hash": "[0-9a-f]{64}", "id": "[0-9a-f]{32}", "short": "[0-9a-f]{6,16}",
    "time": #"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"#, "date": #"\d{4}-\d\d-\d\d"#, "number": #"\d+(?:\.\d+)?"#,
    "base64": "[A-Za-z0-9+/=_-]+", "any": ".*",
  ]

  /// A command in which remembered placeholders have their text.
  func filled(_ command: String) -> String {
    remembered.reduce(command) { $0.replacingOccurrences(of: "«\($1.key)»", with: $1.value) }
  }

  /// Whether the lines are as expected; remembers what named placeholders met when they are.
  mutating func matches(_ expected: some Collection<String>, _ actual: some Collection<String>) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    if first == "…" {
      var rest = actual[...]
      while true {
        if matches(expected.dropFirst(), rest) { return true }
        if rest.isEmpty { return false }
        rest = rest.dropFirst()
      }
    }
    let before = remembered
    if let line = actual.first, matches(first, line), matches(expected.dropFirst(), actual.dropFirst()) { return true }
    remembered = before
    return false
  }

  /// Whether one line is as expected.
  mutating func matches(_ expected: String, _ actual: String) -> Bool {
    if expected == actual { return true }
    var pattern = "^"
    var names: [String?] = []
    for (index, piece) in expected.components(separatedBy: "«").enumerated() {
      guard index > 0 else {
        pattern += NSRegularExpression.escapedPattern(for: piece)
        continue
      }
      let parts = piece.components(separatedBy: "»")
      let form = Self.forms[String(parts[0].prefix { $0 != ":" })]
      guard parts.count == 2, let form else {
        pattern += NSRegularExpression.escapedPattern(for: "«" + piece)
        continue
      }
      if let known = remembered[parts[0]] {
        pattern += "(" + NSRegularExpression.escapedPattern(for: known) + ")"
      } else {
        pattern += "(\(form))"
      }
      names.append(parts[0].contains(":") ? parts[0] : nil)
      pattern += NSRegularExpression.escapedPattern(for: parts[1])
    }
    let whole = NSRange(actual.startIndex..., in: actual)
    guard let match = try? NSRegularExpression(pattern: pattern + "$").firstMatch(in: actual, range: whole) else {
      return false
    }
    for (index, name) in names.enumerated() {
      guard let name, let range = Range(match.range(at: index + 1), in: actual) else { continue }
      remembered[name] = String(actual[range])
    }
    return true
  }

  /// A line as a rewritten transcript holds it: what differs from run to run becomes a placeholder.
  static func generalised(_ line: String, today: String) -> String {
    let rules = [
      (#"\b[0-9a-f]{64}\b"#, "«hash»"), (#"\b[0-9a-f]{32}\b"#, "«id»"),
      (#"\b\#(today)T\d\d:\d\d:\d\dZ"#, "«time»"), (#"\b\#(today)\b"#, "«date»"),
      (#"(?<=\+)[0-9a-f]{8}\+[A-Za-z0-9+/=]{40,}"#, "«any»"), (#"(?<= )[A-Za-z0-9+/_-]{40,}={0,2}(?=$| )"#, "«base64»"),
      (#"^[A-Za-z0-9+/]{43}=$"#, "«base64»"), (#"(?<=")[A-Za-z0-9_-]{43}(?=")"#, "«base64»"),
      (#"(?<= by |"by":")[0-9a-f]{8}\b"#, "«short»"),
    ]
    return rules.reduce(line) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .regularExpression) }
  }
}
