import Foundation
import Testing

/// Bundles are read by other people's programs: bagit, prov, rocrate, pymerkle and sd_jwt of PyPI, which `Tools/setup --tests`
/// installs.
@Suite struct `a bundle and its peers` {
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let python = project.appendingPathComponent(".build/venv/bin/python").path
  private static let hasPeers: Bool = {
    let found = try? Python.run(
      ["-c", "import bagit, jsonschema, prov.model, rocrate.rocrate, pymerkle, sd_jwt.common"],
      interpreter: FileManager.default.isExecutableFile(atPath: python) ? python : nil)
    return found.flatMap { $0 }?.status == 0
  }()

  @Test(.enabled(if: hasPeers, "needs the packages of Tests/requirements.txt"), arguments: ["full", "selected"])
  func `are read alike`(_ name: String) throws {
    let bundle = try BundleSample.shared.get().home.appendingPathComponent(name)
    let script = Self.project.appendingPathComponent("Tools/bundle-check").path
    let (output, status) = try #require(try Python.run([script, bundle.path], interpreter: Self.python))
    #expect(status == 0, "\(String(decoding: output, as: UTF8.self))")
  }
}
