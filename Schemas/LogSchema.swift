/// The SQL that makes the log of a ledger, one step for each format.
public enum LogSchema {
  /// Step 1 first; a ledger of format n has run the first n.
  public static let steps: [String] = [String(decoding: PackageResources.log_001_sql, as: UTF8.self)]
}
