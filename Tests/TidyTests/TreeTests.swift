import Foundation
import Testing

/// The rooms of the house: what lies at the top, and what is never committed.
@Suite struct TreeTests {
  static let top: Set<String> = [
    "Package.swift", "Sources", "Tests", "Schemas", "Tools", "README.md", ".ci", ".gitignore", ".swift-format",
  ]

  @Test func `the top level holds the agreed folders and nothing else`() {
    let names = Set(Repository.here.paths.compactMap { $0.split(separator: "/").first.map(String.init) })
    #expect(names.subtracting(Self.top).isEmpty)
  }

  @Test(.enabled(if: Repository.tracked(Repository.here.root) != nil, "this checkout has no Git"))
  func `build output and resolved versions are not committed`() throws {
    let tracked = try #require(Repository.tracked(Repository.here.root))
    let output = tracked.filter { path in
      path.split(separator: "/").contains { $0.hasPrefix(".build") || $0 == "Package.resolved" }
    }
    #expect(output.isEmpty)
    #expect(!tracked.isEmpty)
  }

  @Test func `every tool is executable, says what it does, and stops at the first failure`() throws {
    let tools = Repository.here.files.filter { file in
      let parts = file.path.split(separator: "/")
      return file.path == ".ci/run" || (parts.count == 2 && parts[0] == "Tools" && !parts[1].contains("."))
    }
    #expect(tools.count >= 4)
    for tool in tools {
      let path = Repository.here.root.appendingPathComponent(tool.path).path
      #expect(FileManager.default.isExecutableFile(atPath: path), "\(tool.path) is not executable")
      #expect(tool.text.hasPrefix("#!"), "\(tool.path) has no first line that names its interpreter")
      if tool.text.hasPrefix("#!/usr/bin/env bash") {
        #expect(tool.text.contains("set -euo pipefail"), "\(tool.path) goes on after a failure")
      }
    }
  }

  @Test func `continuous integration runs what a person runs`() throws {
    let run = try #require(Repository.here.files.first { $0.path == ".ci/run" })
    let calls = run.lines.filter { $0.hasPrefix("Tools/") }
    #expect(calls == ["Tools/lint", "Tools/test"])
  }
}
