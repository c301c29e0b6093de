/// One thing an audit looks at. A new check is one file and one line in ``Audit/checks``.
public protocol AuditCheck: Sendable {
  /// The word that names it on the command line and in every finding.
  static var name: String { get }
  /// What it looks at, in one sentence for people.
  static var promise: String { get }
  /// Looks, and adds at least one finding: a check that is silent has not looked.
  static func run(_ audit: Audit, into report: inout AuditReport) throws
}
