import Crypto
import Foundation
import Leaf
import Ledger
import Testing
import TransparencyLog

@testable import Audit

/// A copy of a bundle that a falsifier works on, who has every tool but the keys.
final class BundleCopy {
  let sample: BundleSample
  let root: URL
  /// What its reader brings along.
  var keys: [VerifierKey]
  var policy: String?
  var against: [(name: String, note: [UInt8])] = []

  init(_ sample: BundleSample, of bundle: URL) throws {
    self.sample = sample
    root = sample.home.appendingPathComponent("copy-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: bundle, to: root)
    keys = sample.keys
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func url(_ path: String) -> URL { root.appendingPathComponent(path) }
  func read(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url(path))) }
  func text(_ path: String) throws -> String { String(decoding: try read(path), as: UTF8.self) }

  func write(_ path: String, _ bytes: [UInt8]) throws {
    try FileManager.default.createDirectory(
      at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try? FileManager.default.removeItem(at: url(path))
    try Data(bytes).write(to: url(path))
  }

  func write(_ path: String, text: String) throws { try write(path, Array(text.utf8)) }
  func remove(_ path: String) throws { try FileManager.default.removeItem(at: url(path)) }

  /// Changes a file; the change must change something.
  func change(_ path: String, _ body: (inout [UInt8]) throws -> Void) throws {
    var bytes = try read(path)
    let before = bytes
    try body(&bytes)
    #expect(bytes != before, "\(path) was not changed")
    try write(path, bytes)
  }

  func replace(_ path: String, _ old: String, with new: String) throws {
    let before = try text(path)
    #expect(before.contains(old), "\(path) does not hold \(old)")
    try write(path, text: before.replacingOccurrences(of: old, with: new))
  }

  /// The paths of the payload, in the order of their bytes.
  var payload: [String] {
    get throws {
      let names = try FileManager.default.subpathsOfDirectory(atPath: url("data").path)
      let files = try names.filter { name in
        try url("data/\(name)").resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
      }
      return files.map { "data/" + $0 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  /// Makes all manifests and the sum fit the files as they are now, as a falsifier would.
  func repair() throws {
    let files = try payload.map { ($0, try read($0)) }
    try write("manifest-sha256.txt", text: files.map { "\(FileHashes.of($1).sha256)  \($0)\n" }.joined())
    try write("manifest-sha512.txt", text: files.map { "\(FileHashes.of($1).sha512)  \($0)\n" }.joined())
    let sum = files.reduce(0) { $0 + $1.1.count }
    let info = try text("bag-info.txt").split(separator: "\n").map {
      $0.hasPrefix("Payload-Oxum") ? "Payload-Oxum: \(sum).\(files.count)" : String($0)
    }
    try write("bag-info.txt", text: info.joined(separator: "\n") + "\n")
    try repairTags()
  }

  func repairTags() throws {
    let names = ["README.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"]
    let tags = try names.map { ($0, try read($0)) }
    try write("tagmanifest-sha256.txt", text: tags.map { "\(FileHashes.of($1).sha256)  \($0)\n" }.joined())
    try write("tagmanifest-sha512.txt", text: tags.map { "\(FileHashes.of($1).sha512)  \($0)\n" }.joined())
  }

  /// Seals the content as it is now with any key.
  func seal(with signer: SignerKey, size: UInt64 = 600) throws {
    let tags = FileHashes.of(try read("tagmanifest-sha256.txt")).sha256
    let text = "example.org/bundle/bundle-seal\n\(tags)\nexample.org/bundle \(size)\n"
    try write("seal.note", try Note.sign(Array(text.utf8), with: [signer]).bytes)
  }

  /// A finding as both programs tell it.
  struct Row: Hashable, CustomStringConvertible {
    var verdict: String
    var check: String
    var place: String
    var description: String { "\(verdict) \(check)" + (place.isEmpty ? "" : " @ \(place)") }
  }

  /// What `daybook verify` says.
  func verify() throws -> (verdict: String, rows: [Row], told: [Finding]) {
    let report = try BundleVerification(
      root.path, keys: keys, policy: policy.map { Array($0.utf8) }, outside: against
    ).run()
    let rows = report.findings.map { Row(verdict: $0.verdict.rawValue, check: $0.check, place: $0.location) }
    return (report.verdict.rawValue, rows, report.findings)
  }

  /// Expects that the `verify.py` of the project refuses the policy, where there is a Python.
  func expectRefusedInPython() throws {
    let script = sample.full.appendingPathComponent("data/verify.py").path
    let file = sample.home.appendingPathComponent("given-\(UUID().uuidString)")
    try Data((policy ?? "").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    guard let (output, status) = try Python.run([script, root.path, "--json", "--policy", file.path]) else { return }
    #expect(output.isEmpty && status == 64, "\(String(decoding: output, as: UTF8.self))")
  }

  /// What the `verify.py` of the project says of the copy, or `nil` where there is no Python.
  func verifyInPython() throws -> (verdict: String, rows: [Row], status: Int32)? {
    let script = sample.full.appendingPathComponent("data/verify.py").path
    var words = [script, root.path, "--json"] + keys.flatMap { ["--key", $0.description] }
    var extra: [URL] = []
    func file(_ bytes: [UInt8]) throws -> String {
      let url = sample.home.appendingPathComponent("given-\(UUID().uuidString)")
      try Data(bytes).write(to: url)
      extra.append(url)
      return url.path
    }
    if let policy { words += ["--policy", try file(Array(policy.utf8))] }
    var names: [String: String] = [:]
    for (name, note) in against {
      let path = try file(note)
      names[path] = name
      words += ["--against", path]
    }
    defer { for url in extra { try? FileManager.default.removeItem(at: url) } }
    guard let (output, status) = try Python.run(words) else { return nil }
    let object = try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any], "verify.py: \(status)")
    let rows = try #require(object["findings"] as? [[String: String]]).map { row -> Row in
      let place = names.reduce(row["place"] ?? "") { $0.replacingOccurrences(of: $1.key, with: $1.value) }
      return Row(verdict: row["verdict"] ?? "", check: row["check"] ?? "", place: place)
    }
    return (try #require(object["verdict"] as? String), rows, status)
  }
}

/// Python of the system, which only tests need.
enum Python {
  static let path = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Runs a script and answers what it printed; `nil` when there is no Python.
  static func run(_ words: [String], interpreter: String? = path) throws -> (output: Data, status: Int32)? {
    guard let interpreter else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: interpreter)
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (output, process.terminationStatus)
  }
}
