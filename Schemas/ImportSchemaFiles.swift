/// What an import reads besides the tables of others.
enum ImportSchemaFiles {
  static var all: [(name: String, bytes: [UInt8])] {
    [("import_mapping.json", PackageResources.import_mapping_json)]
  }
}
