/// Everything an audit found, in the order of the checks.
public struct AuditReport: Equatable, Sendable {
  /// How many findings of one check and verdict are told one by one; the rest are counted.
  static let toldAtMost = 100

  /// The findings.
  public private(set) var findings: [Finding] = []
  private var untold: [String: Int] = [:]

  /// A report of nothing.
  public init() {}

  /// A report of what was found before any check could run.
  public init(_ findings: [Finding]) {
    for finding in findings { add(finding) }
  }

  /// The gravest verdict; UNKNOWN when nothing was checked.
  public var verdict: Verdict { findings.map(\.verdict).max() ?? .unknown }

  /// How many findings have this verdict, with those that were only counted.
  public func count(_ verdict: Verdict) -> Int {
    findings.count { $0.verdict == verdict }
      + untold.filter { $0.key.hasSuffix("/" + verdict.rawValue) }.values.reduce(0, +)
  }

  /// How many findings were counted and not told, because there were more than a hundred of their kind.
  public var untoldCount: Int { untold.values.reduce(0, +) }

  /// Counts findings that are not told one by one.
  mutating func count(_ number: Int, more verdict: Verdict, check: String) {
    if number > 0 { untold[check + "/" + verdict.rawValue, default: 0] += number }
  }

  /// Adds a finding.
  mutating func add(_ finding: Finding) {
    let alike = findings.count { $0.check == finding.check && $0.verdict == finding.verdict }
    if alike < AuditReport.toldAtMost {
      findings.append(finding)
    } else {
      untold[finding.check + "/" + finding.verdict.rawValue, default: 0] += 1
    }
  }
}
