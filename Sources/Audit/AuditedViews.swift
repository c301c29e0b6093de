/// Views that an audit can rebuild and compare.
public protocol AuditedViews {
  /// Rebuilds every view from the log beside the live one and gives both digests, hexadecimal.
  func compared() throws -> [(view: String, live: String, rebuilt: String)]
  /// How many events the live views have followed.
  func followed() throws -> UInt64
}
