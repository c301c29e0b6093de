/// What sealing needs besides the draft: what the ledger assigns, and how names and references are resolved.
public struct SealContext {
  /// The recorded time, UTC, `YYYY-MM-DDThh:mm:ssZ`.
  public var at: String
  /// The recorder's key id.
  public var by: String
  /// The id for a draft that brings none.
  public var id: EventID
  /// Where names are resolved.
  public var directory: any Directory
  /// SHA-256, for `@name`.
  public var sha256: ([UInt8]) -> [UInt8]
  /// The earlier event that a draft names; `nil` when there is none.
  public var event: (EventName) -> EventRef?
  /// The digests of the values that the draft's `protect` hides, in any order.
  public var withheld: [String] = []
  /// The digests that hide the named values of earlier events, for `redact`; `nil` when one is not found.
  public var digests: (_ fields: [String], _ targets: [EventRef]) -> [String]? = { _, _ in nil }

  public init(
    at: String, by: String, id: EventID, directory: any Directory, sha256: @escaping ([UInt8]) -> [UInt8],
    event: @escaping (EventName) -> EventRef?
  ) {
    self.at = at
    self.by = by
    self.id = id
    self.directory = directory
    self.sha256 = sha256
    self.event = event
  }
}
