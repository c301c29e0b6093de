import Foundation
import Leaf
import TestSupport
import Testing

/// RFC 8785: the canonical form of the published examples, and which of them the profile refuses.
@Suite(.enabled(if: SharedData.isPresent, "the RFC 8785 vectors lie in ../shared, which is not here"))
struct JCSVectorTests {
  static let folder = "vectors/jcs/testdata/"

  /// Keys or numbers outside the profile: every example has some.
  static let refused: [String: LeafError.Reason] = [
    "arrays": .key, "french": .key, "structures": .key, "unicode": .key, "values": .fraction, "weird": .key,
  ]

  @Test(arguments: refused.keys.sorted())
  func `an example is refused by the rule it breaks`(name: String) throws {
    #expect(refusal(try bytes("input/\(name).json"), as: .draft)?.reason == Self.refused[name])
  }

  @Test(arguments: ["arrays", "french", "structures", "unicode", "weird"])
  func `an example without fractions is written byte for byte as published`(name: String) throws {
    let input = try JSONSerialization.jsonObject(with: Data(bytes("input/\(name).json")))
    let written = value(input).encode()
    #expect(shown(written) == shown(try bytes("output/\(name).json")))
    let hex = shown(try bytes("outhex/\(name).txt")).split(whereSeparator: \.isWhitespace)
    #expect(written.map { String($0, radix: 16) } == hex.map { String(UInt8($0, radix: 16) ?? 0, radix: 16) })
  }

  @Test func `texts and words of the example of values are written as published`() throws {
    let input = shown(try bytes("input/values.json"))
    let output = shown(try bytes("output/values.json"))
    let members = try #require(input.range(of: "\"string\""))
    let written = try canonical("{" + String(input[members.lowerBound...]))
    #expect(written.hasPrefix(#"{"literals":[null,true,false],"string":"#))
    #expect(output.hasSuffix(String(written.split(separator: ",\"string\":")[1])))
  }

  /// Ten thousand numbers as ECMAScript writes them: whole ones within 2^53 - 1 are written alike, all others refused.
  @Test func `whole numbers are written as ECMAScript writes them and all others refused`() throws {
    let lines = shown(try SharedData.bytes("vectors/jcs/es6numbers_10000.txt")).split(separator: "\n")
    #expect(lines.count == 10_000)
    var counts: [LeafError.Reason?: Int] = [:]
    for line in lines {
      let text = String(line[line.index(after: try #require(line.firstIndex(of: ",")))...])
      let reason = refusal(text, as: .canonical)?.reason
      counts[reason, default: 0] += 1
      #expect(reason == expected(text), "\(text)")
      if reason == nil { #expect(try canonical(text) == text) }
    }
    #expect(counts[nil] ?? 0 >= 4)
    #expect(counts[.fraction] ?? 0 > 1000)
    #expect(counts[.numberTooLarge] ?? 0 > 10)
    #expect(counts[.exponent] ?? 0 > 1)
  }

  private func expected(_ text: String) -> LeafError.Reason? {
    if text.contains(".") { return .fraction }
    if text.contains("e") { return .exponent }
    guard let number = Int64(text), number.magnitude <= UInt64(Limits.integer) else { return .numberTooLarge }
    return nil
  }

  private func bytes(_ path: String) throws -> [UInt8] { try SharedData.bytes(Self.folder + path) }

  /// What Foundation read, as a value; keys may be outside the profile here.
  private func value(_ object: Any) -> Value {
    switch object {
    case let members as [String: Any]: .object(members.map { Value.Member($0.key, value($0.value)) })
    case let items as [Any]: .array(items.map(value))
    case let text as String: .string(text)
    case let number as NSNumber:
      isBoolean(number) ? .boolean(number.boolValue) : .integer(number.int64Value)
    default: .null
    }
  }

  /// Tells `true` from `1` in what Foundation read.
  private func isBoolean(_ number: NSNumber) -> Bool { unsafe String(cString: number.objCType) == "c" }
}
