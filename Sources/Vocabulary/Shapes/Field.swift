/// One field of an object.
public struct Field: Sendable {
  /// In which documents a field may stand.
  public enum Presence: Sendable {
    /// In drafts and leaves.
    case always
    /// In drafts only, for example `event` of a reference.
    case draftOnly
    /// In leaves only: the ledger assigns it, for example `at`.
    case leafOnly
  }

  /// The key.
  public let key: String
  /// What may stand there.
  public let type: FieldType
  /// Whether it must be there.
  public let isMandatory: Bool
  /// Whether it must be there in a draft as well; differs for what sealing fills in.
  public let isMandatoryInDraft: Bool
  /// In which documents it may stand.
  public let presence: Presence
  /// What it means, in one sentence.
  public let doc: String

  /// A field that must be there.
  public static func must(_ key: String, _ type: FieldType, _ doc: String) -> Field {
    Field(key: key, type: type, isMandatory: true, isMandatoryInDraft: true, presence: .always, doc: doc)
  }

  /// A field that may be there.
  public static func may(_ key: String, _ type: FieldType, _ doc: String) -> Field {
    Field(key: key, type: type, isMandatory: false, isMandatoryInDraft: false, presence: .always, doc: doc)
  }

  /// A field that a leaf must have and a draft may leave to sealing.
  static func sealed(_ key: String, _ type: FieldType, _ doc: String) -> Field {
    Field(key: key, type: type, isMandatory: true, isMandatoryInDraft: false, presence: .always, doc: doc)
  }

  /// A field that the ledger assigns.
  static func assigned(_ key: String, _ type: FieldType, _ doc: String) -> Field {
    Field(key: key, type: type, isMandatory: true, isMandatoryInDraft: false, presence: .leafOnly, doc: doc)
  }

  /// A field that sealing resolves away.
  static func draft(_ key: String, _ type: FieldType, _ doc: String) -> Field {
    Field(key: key, type: type, isMandatory: false, isMandatoryInDraft: false, presence: .draftOnly, doc: doc)
  }
}
