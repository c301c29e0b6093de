import Foundation
import Leaf
import TestSupport
import Testing

/// Commitments to protected values, as RFC 9901 has them.
@Suite struct DisclosureTests {
  @Test func `the example of RFC 9901 reads and hashes as printed there`() throws {
    let disclosure = try Disclosure(text: "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0")
    #expect(disclosure.salt == "_26bc4LT-ac6q2KI6cBW5es")
    #expect(disclosure.name == "family_name")
    #expect(disclosure.value == "Möbius")
    #expect(disclosure.digest == "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0")
  }

  @Test func `a disclosure that is made reads back, and another salt hides it otherwise`() throws {
    let salt = [UInt8](0..<16)
    let made = try Disclosure(salt: salt, name: "collector", value: ["name": "A. Collector", "ip": "192.0.2.7"])
    #expect(
      made.text
        == "WyJBQUVDQXdRRkJnY0lDUW9MREEwT0R3IiwiY29sbGVjdG9yIix7ImlwIjoiMTkyLjAuMi43IiwibmFtZSI6IkEuIENvbGxlY3RvciJ9XQ")
    #expect(try Disclosure(text: made.text) == made)
    #expect(made.digest.utf8.count == 43)
    let other = try Disclosure(salt: salt.reversed(), name: "collector", value: made.value)
    #expect(other.digest != made.digest)
    let digests = Disclosure.digests(of: [made, other])
    #expect(digests == [made.digest, other.digest].sorted())
    #expect(digests == Disclosure.digests(of: [other, made]))
  }

  @Test func `what is no disclosure is refused with its reason`() {
    #expect(problem("abc=") == .notBase64URL)
    #expect(problem("a b") == .notBase64URL)
    #expect(problem("a") == .notBase64URL)
    #expect(problem("W10B") == .notJSON(LeafError.trailing))
    #expect(problem("W10") == .notThreeItems)
    #expect(problem(encoded(#"["short","name",1]"#)) == .weakSalt)
    #expect(problem(encoded(#"["AAECAwQFBgcICQoLDA0ODw","_sd",1]"#)) == .name("_sd"))
    #expect(problem(encoded(#"["AAECAwQFBgcICQoLDA0ODw","...",1]"#)) == .name("..."))
    #expect(problem(encoded(#"["AAECAwQFBgcICQoLDA0ODw","name",1]"#)) == nil)
    // The last sign carries two bits that no byte needs: another text for the same bytes.
    #expect(problem("W11") == .notBase64URL)
  }

  @Test(.enabled(if: SharedData.isPresent, "the example bundle lies in ../shared, which is not here"))
  func `every disclosure of the example bundle opens a digest of its leaf`() throws {
    let root = "vectors/example_bundle/data/"
    let lines = try SharedData.bytes(root + "disclosures.jsonl").split(separator: 0x0A)
    let entries = shown(
      try SharedData.files(root + "log/tile/entries").filter { !$0.hasDirectoryPath }.flatMap {
        [UInt8](try Data(contentsOf: $0))
      })
    var count = 0
    for line in lines {
      for text in try Document(Array(line), as: .draft).root["sd"]!.elements.compactMap(\.string) {
        #expect(entries.contains("\"\(try Disclosure(text: text).digest)\""))
        count += 1
      }
    }
    #expect(count == 9)
  }

  private func problem(_ text: String) -> DisclosureError? {
    do throws(DisclosureError) {
      _ = try Disclosure(text: text)
      return nil
    } catch { return error }
  }

  private func encoded(_ json: String) -> String {
    Data(json.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}

extension LeafError {
  /// What is wrong with `[]` and a byte 0x01 after it.
  static var trailing: LeafError { refusal([0x5B, 0x5D, 0x01], as: .draft)! }
}
