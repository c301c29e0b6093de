import Leaf
import Testing

/// Every rule of the profile refuses what breaks it, and says where it stands and what it is.
@Suite struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let reason: LeafError.Reason
    let line: Int
    let column: Int
    let path: String
    let value: String

    init(
      _ text: String, _ reason: LeafError.Reason, _ line: Int, _ column: Int, path: String = "", _ value: String = ""
    ) {
      self.text = text
      self.reason = reason
      self.line = line
      self.column = column
      self.path = path
      self.value = value
    }

    var testDescription: String { text }
  }

  static let both: [Case] = [
    Case("", .empty, 1, 1),
    Case("\u{FEFF}{}", .byteOrderMark, 1, 1, "byte 0xef"),
    Case(#"{"a":"#, .unfinished, 1, 6, path: "a"),
    Case(#"{"a":"b"#, .unfinished, 1, 8, path: "a"),
    Case(#"{"a":[1,2"#, .unfinished, 1, 10, path: "a.1"),
    Case(#"{"a":tru"#, .noValue, 1, 6, path: "a", "tru"),
    Case(#"{"a":1}x"#, .trailingText, 1, 8, "x"),
    Case(#"{"a":1}{"b":2}"#, .trailingText, 1, 8, "{"),
    Case(#"{"a":1,}"#, .trailingComma, 1, 7, ","),
    Case("[1,]", .trailingComma, 1, 3, path: "1", ","),
    Case("[,1]", .noValue, 1, 2, path: "0", ","),
    Case(#"{"a":'b'}"#, .noValue, 1, 6, path: "a", "'b'"),
    Case(#"{"a":NaN}"#, .noValue, 1, 6, path: "a", "NaN"),
    Case(#"{"a":.5}"#, .noValue, 1, 6, path: "a", ".5"),
    Case(#"{"a":+5}"#, .noValue, 1, 6, path: "a", "+5"),
    Case(#"{a:1}"#, .noKey, 1, 2, "a"),
    Case(#"{"a":1,b:2}"#, .noKey, 1, 8, "b"),
    Case(#"{"a" 1}"#, .noColon, 1, 6, path: "a", "1"),
    Case(#"{"a":1 "b":2}"#, .noCommaInObject, 1, 8, path: "a", "\""),
    Case(#"{"a":1]"#, .noCommaInObject, 1, 7, path: "a", "]"),
    Case(#"[1 2]"#, .noCommaInList, 1, 4, path: "0", "2"),
    Case(#"[1}"#, .noCommaInList, 1, 3, path: "0", "}"),
    Case(#"{"a":{"b":[{"c":1.5}]}}"#, .fraction, 1, 17, path: "a.b.0.c", "1.5"),
    Case(#"{"a":1e3}"#, .exponent, 1, 6, path: "a", "1e3"),
    Case(#"{"a":1E+3}"#, .exponent, 1, 6, path: "a", "1E+3"),
    Case(#"{"a":007}"#, .leadingZero, 1, 6, path: "a", "007"),
    Case(#"{"a":-01}"#, .leadingZero, 1, 6, path: "a", "-01"),
    Case(#"{"a":-0}"#, .minusZero, 1, 6, path: "a", "-0"),
    Case(#"{"a":-}"#, .noDigit, 1, 6, path: "a", "-"),
    Case(#"{"a":9007199254740992}"#, .numberTooLarge, 1, 6, path: "a", "9007199254740992"),
    Case(#"{"a":-9007199254740992}"#, .numberTooLarge, 1, 6, path: "a", "-9007199254740992"),
    Case(#"{"a":18446744073709551617}"#, .numberTooLarge, 1, 6, path: "a", "18446744073709551617"),
    Case(#"{"":1}"#, .key, 1, 2, #""""#),
    Case(#"{"Kind":1}"#, .key, 1, 2, #""Kind""#),
    Case(#"{"1a":1}"#, .key, 1, 2, #""1a""#),
    Case(#"{"a-b":1}"#, .key, 1, 2, #""a-b""#),
    Case(#"{"é":1}"#, .key, 1, 2, #""é""#),
    Case(#"{"a23456789012345678901234567890123":1}"#, .key, 1, 2, #""a23456789012345678901234567890123""#),
    Case(#"{"a":{"b":1,"b":1}}"#, .duplicateKey, 1, 13, path: "a", #""b""#),
    Case(#"{"a":1,"c":2,"a":3}"#, .duplicateKey, 1, 14, #""a""#),
    Case("{\"a\":\"x\ty\"}", .controlCharacter, 1, 8, path: "a", "byte 0x09"),
    Case(#"{"a":"x\qy"}"#, .escape, 1, 8, path: "a", #"\q"#),
    Case(#"{"a":"x\u12g4"}"#, .escape, 1, 8, path: "a", #"\u12g4"#),
    Case(#"{"a":"\ud800"}"#, .loneSurrogate, 1, 7, path: "a", #"\ud800"#),
    Case(#"{"a":"\udc00"}"#, .loneSurrogate, 1, 7, path: "a", #"\udc00"#),
    Case(#"{"a":"\ud800\u0041"}"#, .loneSurrogate, 1, 7, path: "a", #"\ud800"#),
  ]

  static let onlyDraft: [Case] = [
    Case(#"{"\u0041":1}"#, .key, 1, 2, #""\u0041""#),
    Case("  \n ", .empty, 2, 2),
    Case("{\n \"é\\u00e9\": 1}", .key, 2, 2, #""é\u00e9""#),
    Case("{\"a\": [\n \"é\", 1.5]}", .fraction, 2, 7, path: "a.1", "1.5"),
    Case(#"{"ab":1,"a\u0062":2}"#, .duplicateKey, 1, 9, #""a\u0062""#),
    Case("{\"a\": [1,\n ]}", .trailingComma, 1, 9, path: "a.1", ","),
  ]

  static let onlyCanonical: [Case] = [
    Case(#"{"a": 1}"#, .whiteSpace, 1, 6, path: "a", "byte 0x20"),
    Case("{\"a\":1}\n", .whiteSpace, 1, 8, "byte 0x0a"),
    Case(#" {"a":1}"#, .whiteSpace, 1, 1, "byte 0x20"),
    Case(#"{"a":[1, 2]}"#, .whiteSpace, 1, 9, path: "a.1", "byte 0x20"),
    Case(#"{"b":1,"a":2}"#, .keyOrder, 1, 8, #""a""#),
    Case(#"{"a_long_key_2":1,"a_long_key_1":2}"#, .keyOrder, 1, 19, #""a_long_key_1""#),
    Case(#"{"a":"\/"}"#, .needlessEscape, 1, 7, path: "a", #"\/"#),
    Case(#"{"a":"\u00e9"}"#, .needlessEscape, 1, 7, path: "a", #"\u00e9"#),
    Case(#"{"a":"\u000a"}"#, .needlessEscape, 1, 7, path: "a", #"\u000a"#),
    Case(#"{"a":"\u001F"}"#, .needlessEscape, 1, 7, path: "a", #"\u001F"#),
    Case(#"{"a":"\u0022"}"#, .needlessEscape, 1, 7, path: "a", #"\u0022"#),
    Case(#"{"a":"\ud83d\ude00"}"#, .needlessEscape, 1, 7, path: "a", #"\ud83d"#),
    Case(#"{"\u0061":1}"#, .needlessEscape, 1, 3, #"\u0061"#),
  ]

  @Test(arguments: both + onlyDraft)
  func `a draft is refused with place and reason`(example: Case) throws { try check(example, .draft) }

  @Test(arguments: both + onlyCanonical)
  func `a leaf is refused with place and reason`(example: Case) throws {
    // A leaf may not have the white space that some of these carry ahead of their real mistake.
    let form = Document.Form.canonical
    if Self.both.contains(where: { $0.text == example.text }), example.text.contains(" ") {
      #expect(refusal(example.text, as: form)?.reason == .whiteSpace)
    } else {
      try check(example, form)
    }
  }

  private func check(_ example: Case, _ form: Document.Form) throws {
    let error = try #require(refusal(example.text, as: form))
    #expect(error.reason == example.reason)
    #expect(error.line == example.line)
    #expect(error.column == example.column)
    #expect(error.path == example.path)
    #expect(error.value == example.value)
  }

  @Test(
    arguments: [
      [0x22, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xC1, 0xBF, 0x22], [0x22, 0xC3, 0x22],
      [0x22, 0xE0, 0x9F, 0xBF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
      [0x22, 0xF0, 0x8F, 0xBF, 0xBF, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
      [0x22, 0xF0, 0x9F, 0x98, 0x22], [0x22, 0xFF, 0x22],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    for form in [Document.Form.draft, .canonical] {
      #expect(refusal(bytes, as: form)?.reason == .notUTF8)
      #expect(refusal([0x22, 0x5C, 0x6E] + bytes.dropFirst(), as: form)?.reason == .notUTF8)
    }
  }

  @Test func `objects and lists are nested 32 deep and no deeper`() {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      let inside = open == "[" ? "" : "1"
      for form in [Document.Form.draft, .canonical, .trusted] {
        let deepest = String(repeating: open, count: 32) + inside + String(repeating: close, count: 32)
        #expect(refusal(deepest, as: form) == nil)
        #expect(refusal(open + deepest + close, as: form)?.reason == .depth)
        #expect(refusal(String(repeating: open, count: 40_000), as: .draft)?.reason == .depth)
      }
    }
  }

  @Test func `a leaf has at most 65,535 bytes; a draft may have more`() {
    let longest = "\"" + String(repeating: "a", count: 65_533) + "\""
    for form in [Document.Form.canonical, .trusted] {
      #expect(refusal(longest, as: form) == nil)
      #expect(refusal(longest.dropLast() + "a\"", as: form)?.reason == .leafTooLong)
    }
    #expect(refusal(longest.dropLast() + "a\"", as: .draft) == nil)
    #expect(refusal(longest.dropLast() + "a\"", as: .canonical)?.value == "65536 bytes")
  }

  @Test func `a key that stands twice is found among many, in any order`() {
    for count in [2, 20, 63, 64, 65, 66, 300] {
      let keys = (0..<count).map { "key_\($0 * 7 % count)_\($0)" }
      for twice in [0, count / 2, count - 1] {
        let members = (keys + [keys[twice]]).map { "\"\($0)\":0" }
        let error = refusal("{" + members.joined(separator: ",") + "}", as: .draft)
        #expect(error?.reason == .duplicateKey)
        #expect(error?.value == "\"\(keys[twice])\"")
        #expect(error?.column == members.dropLast().joined(separator: ",").count + 3)
      }
      #expect(refusal("{" + keys.map { "\"\($0)\":0" }.joined(separator: ",") + "}", as: .draft) == nil)
    }
  }
}
