import ArgumentParser
import Foundation
import Ledger
import Testing

@testable import daybook

/// After a redaction no file of the ledger holds the secret, in any form in which it could be kept.
@Suite struct `what was redacted` {
  private static let secret = "Awa Exemple-Touré"

  @Test func `is in no file of the ledger, in no encoding`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("purge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("mali").path
    func run(_ words: String...) throws -> String { try OutputCorpus.output(of: words + ["--ledger", path]) }
    try OutputCorpus.output(of: ["init", path, "--origin", "example.org/mali"])
    // Enough values that pages are split, which leaves stale copies behind.
    let drafts = (0..<120).map { index in
      let name = index == 7 ? Self.secret : "Other \(index)"
      let subject = index % 2 == 1 ? "shared" : "s\(index)"
      return #"{"kind":"source","id":"@s\#(index)","payload":{"key":"s\#(index)","class":"person","name":"Source"},"#
        + #""protect":{"subject":"\#(subject)","fields":{"name":"\#(name)"}}}"#
    }
    let file = folder.appendingPathComponent("drafts.jsonl")
    try Data(drafts.joined(separator: "\n").utf8).write(to: file)
    _ = try run("append", "--json", file.path)
    _ = try run("show", "@s7", "--format", "json")
    _ = try run("log", "--search", "Source", "--format", "json")
    _ = try run("replay")
    let given = try run("disclose", "@s7", "--to", "colleague")
    let text = try #require(try disclosure(in: given))
    let sealed = try sealedBytes(path)
    #expect(try files(below: path, holding: sealed) == ["log.sqlite"])
    _ = try run("redact", "@s7", "--field", "name", "--reason", "asked for it", "--authority", "office")
    _ = try run("log", "--search", "Source", "--format", "json")
    #expect(try files(below: path, holding: sealed + Self.forms(of: text)) == [])
    #expect(try run("show", "@s9").contains("Other 9"))
    #expect(try run("show", "@s7").contains("redacted by event #120"))
    // The same search does find what was not redacted, so that it could have found this.
    #expect(try files(below: path, holding: [Data("redact".utf8)]).contains("log.sqlite"))
  }

  /// The secret and the disclosure that holds it, as any file could have them.
  private static func forms(of disclosure: String) throws -> [Data] {
    let json = Data(base64Encoded: padded(disclosure.replacing("-", with: "+").replacing("_", with: "/")))
    let plain = Data(secret.utf8)
    var forms = [plain, Data(disclosure.utf8), try #require(json)]
    forms.append(try #require(secret.data(using: .utf16LittleEndian)))
    forms.append(try #require(secret.data(using: .utf16BigEndian)))
    forms.append(Data(secret.decomposedStringWithCanonicalMapping.utf8))
    forms.append(Data(secret.lowercased().utf8))
    // A JSON text with escapes, and base64 of the secret by itself at each of its three places in a group.
    forms.append(Data("Awa Exemple-Tour\\u00e9".utf8))
    for shift in 0..<3 {
      let bytes = Data(repeating: 0, count: shift) + plain
      let text = bytes.base64EncodedString().dropFirst(shift == 0 ? 0 : 4).dropLast(4)
      forms += [Data(text.utf8), Data(text.replacing("+", with: "-").replacing("/", with: "_").utf8)]
    }
    forms.append(Data(plain.map { String(format: "%02x", $0) }.joined().utf8))
    // A part of the disclosure is as telling as the whole.
    forms.append(Data(disclosure.dropFirst(30).prefix(24).utf8))
    return forms
  }

  private static func padded(_ text: String) -> String {
    text + String(repeating: "=", count: (4 - text.count % 4) % 4)
  }

  private func disclosure(in file: String) throws -> String? {
    let object = try JSONSerialization.jsonObject(with: Data(file.utf8)) as? [String: Any]
    return (object?["sd"] as? [String])?.first
  }

  /// The sealed bytes of the event's value, whole and without their nonce.
  private func sealedBytes(_ path: String) throws -> [Data] {
    let ledger = try LedgerOptions.parse(["--ledger", path]).open()
    let values = try ledger.log.disclosures(of: 7)
    try #require(values.count == 1)
    return values.flatMap { [Data($0.sealed), Data($0.sealed.dropFirst(12).prefix(24))] }
  }

  private func files(below path: String, holding secrets: [Data]) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
      let file = path + "/" + name
      guard try FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType == .typeRegular else {
        return false
      }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
      return secrets.contains { bytes.range(of: $0) != nil }
    }
  }
}
