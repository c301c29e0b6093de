import Foundation
import Testing

/// What must not be left behind in a committed file.
@Suite struct LeftoverTests {
  private static let own = "Tests/TidyTests/LeftoverTests.swift"

  @Test(arguments: Repository.here.files.filter { $0.path != own })
  func `nothing is left open`(file: Repository.File) throws {
    let open = try Regex(#"\b(TODO|FIXME|XXX|HACK)\b|fatalError\("?(not implemented|unimplemented)"#)
    for (number, line) in file.lines.enumerated() where line.contains(open) {
      Issue.record("\(file.path):\(number + 1): \(line.trimmingCharacters(in: .whitespaces))")
    }
  }

  @Test(arguments: Repository.here.files.filter { $0.path != own })
  func `no file names a path of one machine`(file: Repository.File) throws {
    let path = try Regex(#"(^|[\s"'`(=:,])/(work|farm|root|home|Users)/[A-Za-z0-9_.-]"#)
    for (number, line) in file.lines.enumerated() where line.contains(path) {
      Issue.record("\(file.path):\(number + 1): \(line.trimmingCharacters(in: .whitespaces))")
    }
  }

  @Test(arguments: Repository.here.files.filter { $0.path != own })
  func `no file names the host of a package registry`(file: Repository.File) {
    let hosts = [
      "pypi.org", "pythonhosted.org", "registry.npmjs", "deb.debian.org", "proxy.golang.org", "crates.io/api",
      "rubygems.org", "repo1.maven",
    ]
    for host in hosts where file.text.contains(host) {
      Issue.record("\(file.path) names \(host)")
    }
  }
}
