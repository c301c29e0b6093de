import Audit
import Foundation
import Ledger
import SQLiteLog
import Testing
import TransparencyLog

@testable import daybook

/// A bundle for one reader shows what that reader was given, and nobody else's values.
@Suite
struct ReaderBundleTests {
  private static let secrets = ["Awa Exemple", "Bintou Exemple", "Chaka Exemple", "Djeneba Exemple"]

  /// Three sources with a protected name each, and one with two: the first and the last were given to A, the second and
  /// the last to B, the third to nobody; A's last was redacted since.
  private static func ledger(in folder: URL) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let ledger = folder.appendingPathComponent("l").path
    func run(_ words: String...) throws { _ = try OutputCorpus.output(of: words + ["--ledger", ledger]) }
    _ = try OutputCorpus.output(of: ["init", ledger, "--origin", "example.org/readers"])
    for (index, secret) in secrets.enumerated() {
      try run(
        "append", "source", "--id", "@s\(index)", "--key", "s\(index)", "--class", "person", "--name",
        "Source \(index)",
        "--protect", "true_name=\(secret)")
    }
    try run("disclose", "@s0", "@s3", "--to", "reader-a")
    try run("disclose", "@s1", "@s3", "--to", "reader-b")
    try run("redact", "@s3", "--field", "true_name", "--reason", "asked for it", "--authority", "office")
    try run("checkpoint")
    return ledger
  }

  private static func holds(_ secret: String, _ bundle: String) throws -> Bool {
    try FileManager.default.subpathsOfDirectory(atPath: bundle).contains { path in
      guard let bytes = FileManager.default.contents(atPath: bundle + "/" + path) else { return false }
      // In a disclosure it stands as Base64, at one of three offsets; the first and last digits depend on what is beside it.
      let encoded = (0..<3).map { offset in
        let text = (Data(repeating: 0x41, count: offset) + Data(secret.utf8)).base64EncodedString()
        return Data(text.dropFirst(offset == 0 ? 0 : 4).dropLast(4).utf8)
      }
      return bytes.range(of: Data(secret.utf8)) != nil || encoded.contains { bytes.range(of: $0) != nil }
    }
  }

  @Test(arguments: [[], ["--event", "#0", "--event", "#1", "--event", "#2", "--event", "#3"]])
  func `holds no value of another reader, in the full bundle and in a selection`(words: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("readers-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let ledger = try Self.ledger(in: folder)
    let key = try Ledger.open(at: LedgerFolder(ledger)).keys.verifier()
    func shown(_ name: String, _ more: [String]) throws -> [String] {
      let bundle = folder.appendingPathComponent(name).path
      _ = try OutputCorpus.output(of: ["bundle", bundle] + words + more + ["--ledger", ledger])
      try Self.check(bundle, key)
      return try Self.secrets.filter { try Self.holds($0, bundle) }
    }
    #expect(try shown("a", ["--reader", "reader-a"]) == [Self.secrets[0]])
    #expect(try shown("b", ["--reader", "reader-b"]) == [Self.secrets[1]])
    #expect(try shown("all", ["--protected"]) == Array(Self.secrets[0...2]), "what a search must be able to find")
    #expect(try shown("none", []).isEmpty)
    let wrong = #expect(throws: Complaint.self) { try shown("c", ["--reader", "reader-c"]) }
    #expect(wrong?.message.contains("Did you mean 'reader-a'?") ?? false, "\(wrong?.message ?? "")")
    #expect(throws: (any Error).self) { try shown("d", ["--reader", "reader-a", "--protected"]) }
  }

  /// Both programs say of each event whether its value is shown, and say the same.
  private static func check(_ bundle: String, _ key: VerifierKey) throws {
    let report = try BundleVerification(bundle, keys: [key]).run()
    #expect(report.verdict != .fail, "\(report.findings)")
    let own = report.findings.filter { $0.check == "protected" }.map { "\($0.verdict.rawValue) \($0.location)" }
    #expect(own.contains("WITHHELD event #2") == !bundle.hasSuffix("/all"), "\(own)")
    #expect(own.contains("WITHHELD event #0") == (bundle.hasSuffix("/b") || bundle.hasSuffix("/none")), "\(own)")
    #expect(own.contains("WITHHELD event #3"), "\(own)")
    let python = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python) else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [bundle + "/data/verify.py", "--key", key.description, "--json"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = try #require(try pipe.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    let object = try #require(try JSONSerialization.jsonObject(with: said) as? [String: Any])
    let rows = try #require(object["findings"] as? [[String: String]])
    let theirs = rows.filter { $0["check"] == "protected" }.map { "\($0["verdict"] ?? "") \($0["place"] ?? "")" }
    #expect(theirs == own && process.terminationStatus == report.verdict.exitStatus)
  }
}
