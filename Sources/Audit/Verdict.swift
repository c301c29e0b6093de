/// What a check concludes; PROVENANCE.md, section Verdicts.
///
/// The order is that of gravity: the verdict of an audit is the gravest of its findings.
public enum Verdict: String, Comparable, CaseIterable, Sendable {
  /// It was checked and it holds.
  case ok = "OK"
  /// It holds as far as it can be seen; something was withheld from this reader, and that is said.
  case withheld = "WITHHELD"
  /// It cannot be decided from what is at hand.
  case unknown = "UNKNOWN"
  /// It was falsified, or it is not what was signed.
  case fail = "FAIL"

  public static func < (left: Verdict, right: Verdict) -> Bool { left.gravity < right.gravity }

  /// The exit status of an audit whose gravest finding this is: 0, 0, 2, 1.
  public var exitStatus: Int32 {
    switch self {
    case .ok, .withheld: 0
    case .unknown: 2
    case .fail: 1
    }
  }

  private var gravity: Int {
    switch self {
    case .ok: 0
    case .withheld: 1
    case .unknown: 2
    case .fail: 3
    }
  }
}
