/// The SQL of the log, of the views, of their sheets and of the index of words, one file per step.
enum SQLFiles {
  static var all: [(name: String, bytes: [UInt8])] {
    [
      ("geopackage_001.sql", PackageResources.geopackage_001_sql),
      ("log_001.sql", PackageResources.log_001_sql),
      ("search_001.sql", PackageResources.search_001_sql),
      ("sheets_001.sql", PackageResources.sheets_001_sql),
      ("views_001.sql", PackageResources.views_001_sql),
      ("views_002.sql", PackageResources.views_002_sql),
      ("views_003.sql", PackageResources.views_003_sql),
    ]
  }
}
