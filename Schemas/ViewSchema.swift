/// The SQL of the views, in the order in which it is run: tables, indexes, and what people read.
enum ViewSchema {
  static let all: [(name: String, bytes: [UInt8])] = [
    ("views_001.sql", PackageResources.views_001_sql),
    ("views_002.sql", PackageResources.views_002_sql),
    ("views_003.sql", PackageResources.views_003_sql),
  ]
}
