import Foundation
import ViewStore

/// A folder for one test, removed with the value.
final class Scratch {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("daybook-views-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Views in this folder.
  func store(_ name: String = "views") -> ViewStore { ViewStore(at: path(name + ".sqlite")) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
