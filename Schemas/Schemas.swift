/// The published contract, embedded: JSON Schemas, code lists, SQL.
///
/// Each family of files is listed in a file of its own beside this one; a test proves that the lists are complete.
public enum Schemas {
  /// The bytes of an embedded file, for example `codes_mode.json`; `nil` when there is none of the name.
  public static func file(_ name: String) -> [UInt8]? {
    files.first { $0.name == name }?.bytes
  }

  /// The names of all embedded files.
  public static var names: [String] { files.map(\.name) }

  private static var files: [(name: String, bytes: [UInt8])] {
    CodeListFiles.all + EventSchemaFiles.all + OutputSchemaFiles.all + ImportSchemaFiles.all + SQLFiles.all
      + BundleReader.all
  }
}
