import Foundation
import Testing

/// The text of this repository, as far as it is meant to be committed.
struct Repository: Sendable {
  /// One text file.
  struct File: Sendable, CustomTestStringConvertible {
    /// The path from the top folder, with `/` between the parts.
    let path: String
    let text: String

    var testDescription: String { path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The module under `Sources` that holds the file, or `nil`.
    var module: String? {
      let parts = path.split(separator: "/")
      return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }
  }

  let root: URL
  /// Every path, text or not, without build output and without what `.git` holds.
  let paths: [String]
  let files: [File]

  static let here: Self = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Self(root: root)
  }()

  init(root: URL) {
    self.root = root
    let paths = Self.committed(root) ?? Self.walked(root)
    self.paths = paths
    files = paths.compactMap { path in
      guard let bytes = try? Data(contentsOf: root.appendingPathComponent(path)), bytes.count < 2_000_000,
        !bytes.contains(0), let text = String(data: bytes, encoding: .utf8)
      else { return nil }
      return File(path: path, text: text)
    }
  }

  var swift: [File] { files.filter { $0.path.hasSuffix(".swift") } }
  var sources: [File] { swift.filter { $0.module != nil } }

  /// What Git holds or would hold after `git add`; `nil` in a checkout without Git.
  private static func committed(_ root: URL) -> [String]? {
    git(["ls-files", "-z", "--cached", "--others", "--exclude-standard"], in: root).map { output in
      output.split(separator: "\0").map(String.init).filter {
        FileManager.default.fileExists(atPath: root.appendingPathComponent($0).path)
      }.sorted()
    }
  }

  /// What Git holds now.
  static func tracked(_ root: URL) -> [String]? {
    git(["ls-files", "-z"], in: root).map { $0.split(separator: "\0").map(String.init) }
  }

  private static func git(_ arguments: [String], in root: URL) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "safe.directory=*", "-C", root.path] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func walked(_ root: URL) -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return all.filter { path in
      let first = path.split(separator: "/").first ?? ""
      return !first.hasPrefix(".build") && first != ".git" && first != "Package.resolved"
    }.sorted()
  }
}
