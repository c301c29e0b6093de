/// One thing an audit looks at. A new check is one file and one line in ``Audit/checks``.
public protocol AuditCheck: Sendable {
  /// The word that names it on the command line and in every finding.
  static var name: String { get }
  /// What it looks at, in one sentence for people.
  static var promise: String { get }
  /// Whether there is something to look at; else the check is left out unless it is asked for by name.
  static func applies(to audit: Audit) -> Bool
  /// Looks, and adds at least one finding: a check that is silent has not looked.
  static func run(_ audit: Audit, into report: inout AuditReport) throws
}

extension AuditCheck {
  public static func applies(to audit: Audit) -> Bool { true }
}
