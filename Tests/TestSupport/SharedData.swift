public import Foundation

/// Where the reference material lies that tests use and the project does not ship.
///
/// `../shared` beside the checkout, or the folder named by `DAYBOOK_SHARED`. A set-up without it skips those tests and says so.
public enum SharedData {
  /// The folder, or `nil` when this machine has none.
  public static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["DAYBOOK_SHARED"].map { URL(fileURLWithPath: $0) }
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let beside = checkout.deletingLastPathComponent().appendingPathComponent("shared")
    return [named, beside].compactMap(\.self).first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// Whether the reference material is here; use it as `.enabled(if: SharedData.isPresent)`.
  public static var isPresent: Bool { folder != nil }

  /// The bytes of one file, for example `vectors/tlog/roots.json`.
  public static func bytes(_ path: String) throws -> [UInt8] {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  /// The files below a folder, in the order of their names.
  public static func files(_ path: String, suffix: String = "") throws -> [URL] {
    guard let folder else { return [] }
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.appendingPathComponent(path).path)
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { folder.appendingPathComponent(path + "/" + $0) }
  }
}
