import Foundation
import SQLite
import Testing

@testable import Exchange

/// A GeoPackage that other programs read, and a digest that survives what they do to the file.
@Suite struct GeoPackageTests {
  private static let rows = [
    ExportFormatTests.row("a", "Gao", lat: "16.27", geometry: .point(.init(-0.04, 16.27))),
    ExportFormatTests.row("a", "Gao", words: ["x", "y"]),
    ExportFormatTests.row(
      "b", "=1", geometry: .polygons([[[.init(-4, 12), .init(-3, 12), .init(-3, 13), .init(-4, 12)]]])),
  ]

  private static func write(_ body: (String, [UInt8]) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).gpkg").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try GeoPackageFile(path, ExportFormatTests.head)
    for row in rows { try file.add(row) }
    try body(path, try file.end())
  }

  @Test func `the file says what it is, and keeps every row`() throws {
    try Self.write { path, _ in
      let connection = try Connection(path, .readOnly)
      #expect(try connection.integer("PRAGMA application_id") == 0x4750_4B47)
      #expect(try connection.integer("PRAGMA user_version") == 10300)
      #expect(try connection.text("PRAGMA journal_mode") == "delete")
      #expect(try connection.text("PRAGMA integrity_check") == "ok")
      #expect(try connection.text("PRAGMA foreign_key_check") == nil)
      #expect(try connection.integer("SELECT count(*) FROM control WHERE name = 'Gao'") == 2)
      #expect(
        try connection.text("SELECT min_x || ' ' || max_y FROM gpkg_contents WHERE data_type = 'features'")
          == "-4.0 16.27")
      #expect(
        try connection.text("SELECT hex(geom) FROM control WHERE fid = 1")?.hasPrefix("47500001E6100000" + "0101000000")
          == true)
      #expect(try connection.text("SELECT typeof(lat) FROM control WHERE fid = 1") == "real")
      #expect(try connection.text("SELECT value FROM about WHERE name = 'log_root'") == "ab")
    }
  }

  @Test func `the digest stays when a program opens the file, and goes when a cell changes`() throws {
    try Self.write { path, digest in
      #expect(try GeoPackageContent.digest(of: path) == digest)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      do {
        let connection = try Connection(path, .readWrite)
        try connection.execute(
          """
          CREATE TABLE gpkg_extensions(x); UPDATE gpkg_contents SET last_change = '2026-01-01T00:00:00.000Z'; VACUUM;
          PRAGMA journal_mode = WAL; CREATE TABLE layer_styles(y);
          """)
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) != bytes)
      #expect(try GeoPackageContent.digest(of: path) == digest)
      for change in [
        "UPDATE control SET name = 'Gao ' WHERE fid = 2", "DELETE FROM control WHERE fid = 3",
        "UPDATE control SET geom = NULL WHERE fid = 1", "UPDATE about SET value = 'x' WHERE name = 'log_root'",
      ] {
        let connection = try Connection(path, .readWrite)
        try connection.execute("BEGIN; \(change)")
        #expect(try GeoPackageContent.digest(connection) != digest, "\(change)")
        try connection.execute("ROLLBACK")
      }
    }
  }

  @Test func `what is no GeoPackage of ours is refused`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).gpkg").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("no database, whatever its name may say of it".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: GeoPackageError.self) { try GeoPackageContent.digest(of: path) }
  }

  @Test func `GDAL reads it`() throws {
    guard
      let ogrinfo = ["/usr/bin/ogrinfo", "/usr/local/bin/ogrinfo"].first(where: FileManager.default.isExecutableFile)
    else { return print("skipped: ogrinfo (gdal-bin) is not here") }
    try Self.write { path, digest in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: ogrinfo)
      process.arguments = ["-al", path]
      let (output, errors) = (Pipe(), Pipe())
      (process.standardOutput, process.standardError) = (output, errors)
      try process.run()
      let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      let warned = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(warned.isEmpty, "\(warned)")
      #expect(
        told.contains("Feature Count: 3") && told.contains("POINT (-0.04 16.27)") && told.contains("POLYGON ((-4 12"))
      #expect(told.contains("WGS 84") && told.contains("day: Date (0.0)") && told.contains("sure: Integer(Boolean)"))
      #expect(try GeoPackageContent.digest(of: path) == digest)
    }
  }
}
